Object.defineProperty(exports,Symbol.toStringTag,{value:`Module`});let e=require("node:module");require("node:util");const t=[{id:`analysis-limit`,family:`structure`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:null,docs:{summary:`Can be looked at within the time and the memory that one connector gets.`,why:`The check was stopped, so nothing is known of the connector. What nobody looked at does not pass, and a waiver cannot change that.`,remedy:"Look for what makes the file unusual: thousands of nested brackets, generated code, or long runs of characters that are no Ruby; often `ruby -c connector.rb` names the place. If the connector is an ordinary one, report it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]}},{id:`internal-error`,family:`structure`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:null,docs:{summary:`Makes none of the checks fail.`,why:`This is a defect of Connector Gate, not of the connector. Where one rule failed, it is a warning: all others have looked at the connector. Where the checks as a whole failed, it is an error, since a connector at which nothing looked has not passed.`,remedy:`Report it, with the smallest part of the connector that still shows it. Until it is mended, a reviewer looks at what the rule is about.`,sources:[`https://github.com/connector-gate/connector-gate/issues`]}}];function n(e){return`https://github.com/connector-gate/connector-gate/blob/main/docs/rules/${e}.md`}const r=/[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;function i(e){return e.replace(r,a).replaceAll(`##[`,`#\\u{23}[`)}function a(e){return`\\u{${e.codePointAt(0).toString(16)}}`}function o(e){return i(e.replace(/[ \t]*[\t\r\n\u2028\u2029][ \t\r\n]*/g,` `))}RegExp("@|:(?=//|[\\w+-]+:)|\\bwww(?=\\.)|\\b(?:GH|CVE|GHSA)(?=-)|\\b[0-9a-f]{7,}\\b|#|[&<>|\\\\`*~[\\]$]|(?<![a-z0-9])_+|_+(?![a-z0-9])|^[-+=]|(?<=^\\d+)[.)]",`gi`);const s=/^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/,c=/\p{Emoji_Presentation}|\ufe0f/u,l=/^[\p{Mark}\u200c\u200d]+$/u,u=/^[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d08}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;function d(e){let t=[];if(s.test(e)&&!e.includes(`##[`)){for(let n=0;n<e.length;n++)t.push({text:e[n],width:1,index:n});return t}for(let{segment:n,index:r}of new Intl.Segmenter(`en`,{granularity:`grapheme`}).segment(e))n===`	`?t.push({text:`    `,width:4,index:r}):n===`[`&&e.slice(0,r).endsWith(`##`)?t.push({text:`\\u{5b}`,width:6,index:r}):t.push(f(n,r));return t}function f(e,t){let n=i(e);return n===e?l.test(e)?{text:`\u25cc${e}`,width:1,index:t}:{text:e,width:c.test(e)||u.test(e)?2:1,index:t}:{text:n,width:n.length,index:t}}function p(e){return s.test(e)?e.length:d(e).reduce((e,t)=>e+t.width,0)}function ee(e,t){let n=[],r=``;for(let i of e.split(/\s+/))r!==``&&p(r)+1+p(i)>t?(n.push(r),r=i):r=r===``?i:`${r} ${i}`;return[...n,r]}function te(e,t){return e===`error`?t.red:e===`warning`?t.yellow:t.cyan}function m(e){let t=e.id.slice(0,e.id.indexOf(`/`));return{id:e.id,family:t,severity:e.severity,confidence:e.confidence,since:e.since,fix:e.fix??null,docs:e.docs,messages:e.messages,examples:e.examples,options:e.options??{},create:e.create}}function h(e,t){return{type:e,listen:t}}function g(e,...t){let n=String.raw({raw:e.raw},...t).split(`
`);n[0]===``&&n.shift();let r=1/0;for(let e of n){let t=e.length-e.trimStart().length;t<e.length&&(r=Math.min(r,t))}let i=n.length-1;return n.map((e,t)=>{let n=r===1/0?e:e.slice(r);return t===i&&e.trim()===``?``:n}).join(`
`)}const ne={CONTAINS_FORWARDING:4,CONTAINS_KEYWORDS:8,CONTAINS_KEYWORD_SPLAT:16,CONTAINS_SPLAT:32,CONTAINS_MULTIPLE_SPLATS:64},re={CONTAINS_SPLAT:4},_={SAFE_NAVIGATION:4,VARIABLE_CALL:8,ATTRIBUTE_WRITE:16,IGNORE_VISIBILITY:32},ie={FORCED_UTF8_ENCODING:4,FORCED_BINARY_ENCODING:8},ae={BINARY:4,DECIMAL:8,OCTAL:16,HEXADECIMAL:32},oe={FROZEN:4,MUTABLE:8},se={SYMBOL_KEYS:4},ce={BEGIN_MODIFIER:4},le={REPEATED_PARAMETER:4},ue={MULTIPLE_STATEMENTS:4},de={EXCLUDE_END:4},fe={IGNORE_CASE:4,EXTENDED:8,MULTI_LINE:16,ONCE:32,EUC_JP:64,ASCII_8BIT:128,WINDOWS_31J:256,UTF_8:512,FORCED_UTF8_ENCODING:1024,FORCED_BINARY_ENCODING:2048,FORCED_US_ASCII_ENCODING:4096},pe={FORCED_UTF8_ENCODING:4,FORCED_BINARY_ENCODING:8,FROZEN:16,MUTABLE:32},me={FORCED_UTF8_ENCODING:4,FORCED_BINARY_ENCODING:8,FORCED_US_ASCII_ENCODING:16};var he=class{nodeID;location;#e;left;right;operatorLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.left=r,this.right=i,this.operatorLoc=a}accept(e){e.visitAndNode(this)}childNodes(){return[this.left,this.right]}compactChildNodes(){return[this.left,this.right]}toJSON(){return{type:`AndNode`,location:this.location,flags:this.#e,left:this.left,right:this.right,operatorLoc:this.operatorLoc}}},ge=class{nodeID;location;#e;arguments_;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.arguments_=r}isContainsForwarding(){return(this.#e&ne.CONTAINS_FORWARDING)!==0}isContainsKeywords(){return(this.#e&ne.CONTAINS_KEYWORDS)!==0}isContainsKeywordSplat(){return(this.#e&ne.CONTAINS_KEYWORD_SPLAT)!==0}isContainsSplat(){return(this.#e&ne.CONTAINS_SPLAT)!==0}isContainsMultipleSplats(){return(this.#e&ne.CONTAINS_MULTIPLE_SPLATS)!==0}accept(e){e.visitArgumentsNode(this)}childNodes(){return[...this.arguments_]}compactChildNodes(){return[...this.arguments_]}toJSON(){return{type:`ArgumentsNode`,location:this.location,flags:this.#e,arguments:this.arguments_}}},_e=class{nodeID;location;#e;elements;openingLoc;closingLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.elements=r,this.openingLoc=i,this.closingLoc=a}isContainsSplat(){return(this.#e&re.CONTAINS_SPLAT)!==0}accept(e){e.visitArrayNode(this)}childNodes(){return[...this.elements]}compactChildNodes(){return[...this.elements]}toJSON(){return{type:`ArrayNode`,location:this.location,flags:this.#e,elements:this.elements,openingLoc:this.openingLoc,closingLoc:this.closingLoc}}},v=class{nodeID;location;#e;key;value;operatorLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.key=r,this.value=i,this.operatorLoc=a}accept(e){e.visitAssocNode(this)}childNodes(){return[this.key,this.value]}compactChildNodes(){return[this.key,this.value]}toJSON(){return{type:`AssocNode`,location:this.location,flags:this.#e,key:this.key,value:this.value,operatorLoc:this.operatorLoc}}},ve=class{nodeID;location;#e;value;operatorLoc;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.value=r,this.operatorLoc=i}accept(e){e.visitAssocSplatNode(this)}childNodes(){return[this.value]}compactChildNodes(){let e=[];return this.value&&e.push(this.value),e}toJSON(){return{type:`AssocSplatNode`,location:this.location,flags:this.#e,value:this.value,operatorLoc:this.operatorLoc}}},ye=class{nodeID;location;#e;beginKeywordLoc;statements;rescueClause;elseClause;ensureClause;endKeywordLoc;constructor(e,t,n,r,i,a,o,s,c){this.nodeID=e,this.location=t,this.#e=n,this.beginKeywordLoc=r,this.statements=i,this.rescueClause=a,this.elseClause=o,this.ensureClause=s,this.endKeywordLoc=c}accept(e){e.visitBeginNode(this)}childNodes(){return[this.statements,this.rescueClause,this.elseClause,this.ensureClause]}compactChildNodes(){let e=[];return this.statements&&e.push(this.statements),this.rescueClause&&e.push(this.rescueClause),this.elseClause&&e.push(this.elseClause),this.ensureClause&&e.push(this.ensureClause),e}toJSON(){return{type:`BeginNode`,location:this.location,flags:this.#e,beginKeywordLoc:this.beginKeywordLoc,statements:this.statements,rescueClause:this.rescueClause,elseClause:this.elseClause,ensureClause:this.ensureClause,endKeywordLoc:this.endKeywordLoc}}},be=class{nodeID;location;#e;expression;operatorLoc;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.expression=r,this.operatorLoc=i}accept(e){e.visitBlockArgumentNode(this)}childNodes(){return[this.expression]}compactChildNodes(){let e=[];return this.expression&&e.push(this.expression),e}toJSON(){return{type:`BlockArgumentNode`,location:this.location,flags:this.#e,expression:this.expression,operatorLoc:this.operatorLoc}}},xe=class{nodeID;location;#e;locals;parameters;body;openingLoc;closingLoc;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.locals=r,this.parameters=i,this.body=a,this.openingLoc=o,this.closingLoc=s}accept(e){e.visitBlockNode(this)}childNodes(){return[this.parameters,this.body]}compactChildNodes(){let e=[];return this.parameters&&e.push(this.parameters),this.body&&e.push(this.body),e}toJSON(){return{type:`BlockNode`,location:this.location,flags:this.#e,locals:this.locals,parameters:this.parameters,body:this.body,openingLoc:this.openingLoc,closingLoc:this.closingLoc}}},Se=class{nodeID;location;#e;parameters;locals;openingLoc;closingLoc;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.parameters=r,this.locals=i,this.openingLoc=a,this.closingLoc=o}accept(e){e.visitBlockParametersNode(this)}childNodes(){return[this.parameters,...this.locals]}compactChildNodes(){let e=[];return this.parameters&&e.push(this.parameters),e.concat(this.locals),e}toJSON(){return{type:`BlockParametersNode`,location:this.location,flags:this.#e,parameters:this.parameters,locals:this.locals,openingLoc:this.openingLoc,closingLoc:this.closingLoc}}},Ce=class{nodeID;location;#e;arguments_;keywordLoc;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.arguments_=r,this.keywordLoc=i}accept(e){e.visitBreakNode(this)}childNodes(){return[this.arguments_]}compactChildNodes(){let e=[];return this.arguments_&&e.push(this.arguments_),e}toJSON(){return{type:`BreakNode`,location:this.location,flags:this.#e,arguments:this.arguments_,keywordLoc:this.keywordLoc}}},y=class{nodeID;location;#e;receiver;callOperatorLoc;name;messageLoc;openingLoc;arguments_;closingLoc;equalLoc;block;constructor(e,t,n,r,i,a,o,s,c,l,u,d){this.nodeID=e,this.location=t,this.#e=n,this.receiver=r,this.callOperatorLoc=i,this.name=a,this.messageLoc=o,this.openingLoc=s,this.arguments_=c,this.closingLoc=l,this.equalLoc=u,this.block=d}isSafeNavigation(){return(this.#e&_.SAFE_NAVIGATION)!==0}isVariableCall(){return(this.#e&_.VARIABLE_CALL)!==0}isAttributeWrite(){return(this.#e&_.ATTRIBUTE_WRITE)!==0}isIgnoreVisibility(){return(this.#e&_.IGNORE_VISIBILITY)!==0}accept(e){e.visitCallNode(this)}childNodes(){return[this.receiver,this.arguments_,this.block]}compactChildNodes(){let e=[];return this.receiver&&e.push(this.receiver),this.arguments_&&e.push(this.arguments_),this.block&&e.push(this.block),e}toJSON(){return{type:`CallNode`,location:this.location,flags:this.#e,receiver:this.receiver,callOperatorLoc:this.callOperatorLoc,name:this.name,messageLoc:this.messageLoc,openingLoc:this.openingLoc,arguments:this.arguments_,closingLoc:this.closingLoc,equalLoc:this.equalLoc,block:this.block}}},we=class{nodeID;location;#e;receiver;callOperatorLoc;name;messageLoc;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.receiver=r,this.callOperatorLoc=i,this.name=a,this.messageLoc=o}isSafeNavigation(){return(this.#e&_.SAFE_NAVIGATION)!==0}isVariableCall(){return(this.#e&_.VARIABLE_CALL)!==0}isAttributeWrite(){return(this.#e&_.ATTRIBUTE_WRITE)!==0}isIgnoreVisibility(){return(this.#e&_.IGNORE_VISIBILITY)!==0}accept(e){e.visitCallTargetNode(this)}childNodes(){return[this.receiver]}compactChildNodes(){return[this.receiver]}toJSON(){return{type:`CallTargetNode`,location:this.location,flags:this.#e,receiver:this.receiver,callOperatorLoc:this.callOperatorLoc,name:this.name,messageLoc:this.messageLoc}}},Te=class{nodeID;location;#e;predicate;conditions;elseClause;caseKeywordLoc;endKeywordLoc;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.predicate=r,this.conditions=i,this.elseClause=a,this.caseKeywordLoc=o,this.endKeywordLoc=s}accept(e){e.visitCaseMatchNode(this)}childNodes(){return[this.predicate,...this.conditions,this.elseClause]}compactChildNodes(){let e=[];return this.predicate&&e.push(this.predicate),e.concat(this.conditions),this.elseClause&&e.push(this.elseClause),e}toJSON(){return{type:`CaseMatchNode`,location:this.location,flags:this.#e,predicate:this.predicate,conditions:this.conditions,elseClause:this.elseClause,caseKeywordLoc:this.caseKeywordLoc,endKeywordLoc:this.endKeywordLoc}}},Ee=class{nodeID;location;#e;predicate;conditions;elseClause;caseKeywordLoc;endKeywordLoc;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.predicate=r,this.conditions=i,this.elseClause=a,this.caseKeywordLoc=o,this.endKeywordLoc=s}accept(e){e.visitCaseNode(this)}childNodes(){return[this.predicate,...this.conditions,this.elseClause]}compactChildNodes(){let e=[];return this.predicate&&e.push(this.predicate),e.concat(this.conditions),this.elseClause&&e.push(this.elseClause),e}toJSON(){return{type:`CaseNode`,location:this.location,flags:this.#e,predicate:this.predicate,conditions:this.conditions,elseClause:this.elseClause,caseKeywordLoc:this.caseKeywordLoc,endKeywordLoc:this.endKeywordLoc}}},De=class{nodeID;location;#e;locals;classKeywordLoc;constantPath;inheritanceOperatorLoc;superclass;body;endKeywordLoc;name;constructor(e,t,n,r,i,a,o,s,c,l,u){this.nodeID=e,this.location=t,this.#e=n,this.locals=r,this.classKeywordLoc=i,this.constantPath=a,this.inheritanceOperatorLoc=o,this.superclass=s,this.body=c,this.endKeywordLoc=l,this.name=u}accept(e){e.visitClassNode(this)}childNodes(){return[this.constantPath,this.superclass,this.body]}compactChildNodes(){let e=[];return e.push(this.constantPath),this.superclass&&e.push(this.superclass),this.body&&e.push(this.body),e}toJSON(){return{type:`ClassNode`,location:this.location,flags:this.#e,locals:this.locals,classKeywordLoc:this.classKeywordLoc,constantPath:this.constantPath,inheritanceOperatorLoc:this.inheritanceOperatorLoc,superclass:this.superclass,body:this.body,endKeywordLoc:this.endKeywordLoc,name:this.name}}},Oe=class{nodeID;location;#e;parent;name;delimiterLoc;nameLoc;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.parent=r,this.name=i,this.delimiterLoc=a,this.nameLoc=o}accept(e){e.visitConstantPathNode(this)}childNodes(){return[this.parent]}compactChildNodes(){let e=[];return this.parent&&e.push(this.parent),e}toJSON(){return{type:`ConstantPathNode`,location:this.location,flags:this.#e,parent:this.parent,name:this.name,delimiterLoc:this.delimiterLoc,nameLoc:this.nameLoc}}},ke=class{nodeID;location;#e;name;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.name=r}accept(e){e.visitConstantReadNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`ConstantReadNode`,location:this.location,flags:this.#e,name:this.name}}},Ae=class{nodeID;location;#e;name;nameLoc;value;operatorLoc;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.nameLoc=i,this.value=a,this.operatorLoc=o}accept(e){e.visitConstantWriteNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`ConstantWriteNode`,location:this.location,flags:this.#e,name:this.name,nameLoc:this.nameLoc,value:this.value,operatorLoc:this.operatorLoc}}},je=class{nodeID;location;#e;name;nameLoc;receiver;parameters;body;locals;defKeywordLoc;operatorLoc;lparenLoc;rparenLoc;equalLoc;endKeywordLoc;constructor(e,t,n,r,i,a,o,s,c,l,u,d,f,p,ee){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.nameLoc=i,this.receiver=a,this.parameters=o,this.body=s,this.locals=c,this.defKeywordLoc=l,this.operatorLoc=u,this.lparenLoc=d,this.rparenLoc=f,this.equalLoc=p,this.endKeywordLoc=ee}accept(e){e.visitDefNode(this)}childNodes(){return[this.receiver,this.parameters,this.body]}compactChildNodes(){let e=[];return this.receiver&&e.push(this.receiver),this.parameters&&e.push(this.parameters),this.body&&e.push(this.body),e}toJSON(){return{type:`DefNode`,location:this.location,flags:this.#e,name:this.name,nameLoc:this.nameLoc,receiver:this.receiver,parameters:this.parameters,body:this.body,locals:this.locals,defKeywordLoc:this.defKeywordLoc,operatorLoc:this.operatorLoc,lparenLoc:this.lparenLoc,rparenLoc:this.rparenLoc,equalLoc:this.equalLoc,endKeywordLoc:this.endKeywordLoc}}},Me=class{nodeID;location;#e;lparenLoc;value;rparenLoc;keywordLoc;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.lparenLoc=r,this.value=i,this.rparenLoc=a,this.keywordLoc=o}accept(e){e.visitDefinedNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`DefinedNode`,location:this.location,flags:this.#e,lparenLoc:this.lparenLoc,value:this.value,rparenLoc:this.rparenLoc,keywordLoc:this.keywordLoc}}},Ne=class{nodeID;location;#e;elseKeywordLoc;statements;endKeywordLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.elseKeywordLoc=r,this.statements=i,this.endKeywordLoc=a}accept(e){e.visitElseNode(this)}childNodes(){return[this.statements]}compactChildNodes(){let e=[];return this.statements&&e.push(this.statements),e}toJSON(){return{type:`ElseNode`,location:this.location,flags:this.#e,elseKeywordLoc:this.elseKeywordLoc,statements:this.statements,endKeywordLoc:this.endKeywordLoc}}},Pe=class{nodeID;location;#e;openingLoc;statements;closingLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.statements=i,this.closingLoc=a}accept(e){e.visitEmbeddedStatementsNode(this)}childNodes(){return[this.statements]}compactChildNodes(){let e=[];return this.statements&&e.push(this.statements),e}toJSON(){return{type:`EmbeddedStatementsNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,statements:this.statements,closingLoc:this.closingLoc}}},Fe=class{nodeID;location;#e;ensureKeywordLoc;statements;endKeywordLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.ensureKeywordLoc=r,this.statements=i,this.endKeywordLoc=a}accept(e){e.visitEnsureNode(this)}childNodes(){return[this.statements]}compactChildNodes(){let e=[];return this.statements&&e.push(this.statements),e}toJSON(){return{type:`EnsureNode`,location:this.location,flags:this.#e,ensureKeywordLoc:this.ensureKeywordLoc,statements:this.statements,endKeywordLoc:this.endKeywordLoc}}},Ie=class{nodeID;location;#e;constructor(e,t,n){this.nodeID=e,this.location=t,this.#e=n}accept(e){e.visitFalseNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`FalseNode`,location:this.location,flags:this.#e}}},Le=class{nodeID;location;#e;constant;left;requireds;right;openingLoc;closingLoc;constructor(e,t,n,r,i,a,o,s,c){this.nodeID=e,this.location=t,this.#e=n,this.constant=r,this.left=i,this.requireds=a,this.right=o,this.openingLoc=s,this.closingLoc=c}accept(e){e.visitFindPatternNode(this)}childNodes(){return[this.constant,this.left,...this.requireds,this.right]}compactChildNodes(){let e=[];return this.constant&&e.push(this.constant),e.push(this.left),e.concat(this.requireds),e.push(this.right),e}toJSON(){return{type:`FindPatternNode`,location:this.location,flags:this.#e,constant:this.constant,left:this.left,requireds:this.requireds,right:this.right,openingLoc:this.openingLoc,closingLoc:this.closingLoc}}},Re=class{nodeID;location;#e;value;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.value=r}accept(e){e.visitFloatNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`FloatNode`,location:this.location,flags:this.#e,value:this.value}}},ze=class{nodeID;location;#e;index;collection;statements;forKeywordLoc;inKeywordLoc;doKeywordLoc;endKeywordLoc;constructor(e,t,n,r,i,a,o,s,c,l){this.nodeID=e,this.location=t,this.#e=n,this.index=r,this.collection=i,this.statements=a,this.forKeywordLoc=o,this.inKeywordLoc=s,this.doKeywordLoc=c,this.endKeywordLoc=l}accept(e){e.visitForNode(this)}childNodes(){return[this.index,this.collection,this.statements]}compactChildNodes(){let e=[];return e.push(this.index),e.push(this.collection),this.statements&&e.push(this.statements),e}toJSON(){return{type:`ForNode`,location:this.location,flags:this.#e,index:this.index,collection:this.collection,statements:this.statements,forKeywordLoc:this.forKeywordLoc,inKeywordLoc:this.inKeywordLoc,doKeywordLoc:this.doKeywordLoc,endKeywordLoc:this.endKeywordLoc}}},Be=class{nodeID;location;#e;constructor(e,t,n){this.nodeID=e,this.location=t,this.#e=n}accept(e){e.visitForwardingArgumentsNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`ForwardingArgumentsNode`,location:this.location,flags:this.#e}}},Ve=class{nodeID;location;#e;name;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.name=r}accept(e){e.visitGlobalVariableReadNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`GlobalVariableReadNode`,location:this.location,flags:this.#e,name:this.name}}},He=class{nodeID;location;#e;openingLoc;elements;closingLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.elements=i,this.closingLoc=a}accept(e){e.visitHashNode(this)}childNodes(){return[...this.elements]}compactChildNodes(){return[...this.elements]}toJSON(){return{type:`HashNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,elements:this.elements,closingLoc:this.closingLoc}}},Ue=class{nodeID;location;#e;ifKeywordLoc;predicate;thenKeywordLoc;statements;subsequent;endKeywordLoc;constructor(e,t,n,r,i,a,o,s,c){this.nodeID=e,this.location=t,this.#e=n,this.ifKeywordLoc=r,this.predicate=i,this.thenKeywordLoc=a,this.statements=o,this.subsequent=s,this.endKeywordLoc=c}accept(e){e.visitIfNode(this)}childNodes(){return[this.predicate,this.statements,this.subsequent]}compactChildNodes(){let e=[];return e.push(this.predicate),this.statements&&e.push(this.statements),this.subsequent&&e.push(this.subsequent),e}toJSON(){return{type:`IfNode`,location:this.location,flags:this.#e,ifKeywordLoc:this.ifKeywordLoc,predicate:this.predicate,thenKeywordLoc:this.thenKeywordLoc,statements:this.statements,subsequent:this.subsequent,endKeywordLoc:this.endKeywordLoc}}},We=class{nodeID;location;#e;value;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.value=r}accept(e){e.visitImplicitNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`ImplicitNode`,location:this.location,flags:this.#e,value:this.value}}},Ge=class{nodeID;location;#e;receiver;callOperatorLoc;openingLoc;arguments_;closingLoc;block;operatorLoc;value;constructor(e,t,n,r,i,a,o,s,c,l,u){this.nodeID=e,this.location=t,this.#e=n,this.receiver=r,this.callOperatorLoc=i,this.openingLoc=a,this.arguments_=o,this.closingLoc=s,this.block=c,this.operatorLoc=l,this.value=u}isSafeNavigation(){return(this.#e&_.SAFE_NAVIGATION)!==0}isVariableCall(){return(this.#e&_.VARIABLE_CALL)!==0}isAttributeWrite(){return(this.#e&_.ATTRIBUTE_WRITE)!==0}isIgnoreVisibility(){return(this.#e&_.IGNORE_VISIBILITY)!==0}accept(e){e.visitIndexAndWriteNode(this)}childNodes(){return[this.receiver,this.arguments_,this.block,this.value]}compactChildNodes(){let e=[];return this.receiver&&e.push(this.receiver),this.arguments_&&e.push(this.arguments_),this.block&&e.push(this.block),e.push(this.value),e}toJSON(){return{type:`IndexAndWriteNode`,location:this.location,flags:this.#e,receiver:this.receiver,callOperatorLoc:this.callOperatorLoc,openingLoc:this.openingLoc,arguments:this.arguments_,closingLoc:this.closingLoc,block:this.block,operatorLoc:this.operatorLoc,value:this.value}}},Ke=class{nodeID;location;#e;receiver;callOperatorLoc;openingLoc;arguments_;closingLoc;block;binaryOperator;binaryOperatorLoc;value;constructor(e,t,n,r,i,a,o,s,c,l,u,d){this.nodeID=e,this.location=t,this.#e=n,this.receiver=r,this.callOperatorLoc=i,this.openingLoc=a,this.arguments_=o,this.closingLoc=s,this.block=c,this.binaryOperator=l,this.binaryOperatorLoc=u,this.value=d}isSafeNavigation(){return(this.#e&_.SAFE_NAVIGATION)!==0}isVariableCall(){return(this.#e&_.VARIABLE_CALL)!==0}isAttributeWrite(){return(this.#e&_.ATTRIBUTE_WRITE)!==0}isIgnoreVisibility(){return(this.#e&_.IGNORE_VISIBILITY)!==0}accept(e){e.visitIndexOperatorWriteNode(this)}childNodes(){return[this.receiver,this.arguments_,this.block,this.value]}compactChildNodes(){let e=[];return this.receiver&&e.push(this.receiver),this.arguments_&&e.push(this.arguments_),this.block&&e.push(this.block),e.push(this.value),e}toJSON(){return{type:`IndexOperatorWriteNode`,location:this.location,flags:this.#e,receiver:this.receiver,callOperatorLoc:this.callOperatorLoc,openingLoc:this.openingLoc,arguments:this.arguments_,closingLoc:this.closingLoc,block:this.block,binaryOperator:this.binaryOperator,binaryOperatorLoc:this.binaryOperatorLoc,value:this.value}}},qe=class{nodeID;location;#e;receiver;callOperatorLoc;openingLoc;arguments_;closingLoc;block;operatorLoc;value;constructor(e,t,n,r,i,a,o,s,c,l,u){this.nodeID=e,this.location=t,this.#e=n,this.receiver=r,this.callOperatorLoc=i,this.openingLoc=a,this.arguments_=o,this.closingLoc=s,this.block=c,this.operatorLoc=l,this.value=u}isSafeNavigation(){return(this.#e&_.SAFE_NAVIGATION)!==0}isVariableCall(){return(this.#e&_.VARIABLE_CALL)!==0}isAttributeWrite(){return(this.#e&_.ATTRIBUTE_WRITE)!==0}isIgnoreVisibility(){return(this.#e&_.IGNORE_VISIBILITY)!==0}accept(e){e.visitIndexOrWriteNode(this)}childNodes(){return[this.receiver,this.arguments_,this.block,this.value]}compactChildNodes(){let e=[];return this.receiver&&e.push(this.receiver),this.arguments_&&e.push(this.arguments_),this.block&&e.push(this.block),e.push(this.value),e}toJSON(){return{type:`IndexOrWriteNode`,location:this.location,flags:this.#e,receiver:this.receiver,callOperatorLoc:this.callOperatorLoc,openingLoc:this.openingLoc,arguments:this.arguments_,closingLoc:this.closingLoc,block:this.block,operatorLoc:this.operatorLoc,value:this.value}}},Je=class{nodeID;location;#e;receiver;openingLoc;arguments_;closingLoc;block;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.receiver=r,this.openingLoc=i,this.arguments_=a,this.closingLoc=o,this.block=s}isSafeNavigation(){return(this.#e&_.SAFE_NAVIGATION)!==0}isVariableCall(){return(this.#e&_.VARIABLE_CALL)!==0}isAttributeWrite(){return(this.#e&_.ATTRIBUTE_WRITE)!==0}isIgnoreVisibility(){return(this.#e&_.IGNORE_VISIBILITY)!==0}accept(e){e.visitIndexTargetNode(this)}childNodes(){return[this.receiver,this.arguments_,this.block]}compactChildNodes(){let e=[];return e.push(this.receiver),this.arguments_&&e.push(this.arguments_),this.block&&e.push(this.block),e}toJSON(){return{type:`IndexTargetNode`,location:this.location,flags:this.#e,receiver:this.receiver,openingLoc:this.openingLoc,arguments:this.arguments_,closingLoc:this.closingLoc,block:this.block}}},Ye=class{nodeID;location;#e;value;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.value=r}isBinary(){return(this.#e&ae.BINARY)!==0}isDecimal(){return(this.#e&ae.DECIMAL)!==0}isOctal(){return(this.#e&ae.OCTAL)!==0}isHexadecimal(){return(this.#e&ae.HEXADECIMAL)!==0}accept(e){e.visitIntegerNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`IntegerNode`,location:this.location,flags:this.#e,value:this.value}}},b=class{nodeID;location;#e;openingLoc;parts;closingLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.parts=i,this.closingLoc=a}isFrozen(){return(this.#e&oe.FROZEN)!==0}isMutable(){return(this.#e&oe.MUTABLE)!==0}accept(e){e.visitInterpolatedStringNode(this)}childNodes(){return[...this.parts]}compactChildNodes(){return[...this.parts]}toJSON(){return{type:`InterpolatedStringNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,parts:this.parts,closingLoc:this.closingLoc}}},Xe=class{nodeID;location;#e;openingLoc;parts;closingLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.parts=i,this.closingLoc=a}accept(e){e.visitInterpolatedSymbolNode(this)}childNodes(){return[...this.parts]}compactChildNodes(){return[...this.parts]}toJSON(){return{type:`InterpolatedSymbolNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,parts:this.parts,closingLoc:this.closingLoc}}},Ze=class{nodeID;location;#e;openingLoc;parts;closingLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.parts=i,this.closingLoc=a}accept(e){e.visitInterpolatedXStringNode(this)}childNodes(){return[...this.parts]}compactChildNodes(){return[...this.parts]}toJSON(){return{type:`InterpolatedXStringNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,parts:this.parts,closingLoc:this.closingLoc}}},Qe=class{nodeID;location;#e;constructor(e,t,n){this.nodeID=e,this.location=t,this.#e=n}accept(e){e.visitItLocalVariableReadNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`ItLocalVariableReadNode`,location:this.location,flags:this.#e}}},$e=class{nodeID;location;#e;constructor(e,t,n){this.nodeID=e,this.location=t,this.#e=n}accept(e){e.visitItParametersNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`ItParametersNode`,location:this.location,flags:this.#e}}},et=class{nodeID;location;#e;elements;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.elements=r}isSymbolKeys(){return(this.#e&se.SYMBOL_KEYS)!==0}accept(e){e.visitKeywordHashNode(this)}childNodes(){return[...this.elements]}compactChildNodes(){return[...this.elements]}toJSON(){return{type:`KeywordHashNode`,location:this.location,flags:this.#e,elements:this.elements}}},tt=class{nodeID;location;#e;locals;operatorLoc;openingLoc;closingLoc;parameters;body;constructor(e,t,n,r,i,a,o,s,c){this.nodeID=e,this.location=t,this.#e=n,this.locals=r,this.operatorLoc=i,this.openingLoc=a,this.closingLoc=o,this.parameters=s,this.body=c}accept(e){e.visitLambdaNode(this)}childNodes(){return[this.parameters,this.body]}compactChildNodes(){let e=[];return this.parameters&&e.push(this.parameters),this.body&&e.push(this.body),e}toJSON(){return{type:`LambdaNode`,location:this.location,flags:this.#e,locals:this.locals,operatorLoc:this.operatorLoc,openingLoc:this.openingLoc,closingLoc:this.closingLoc,parameters:this.parameters,body:this.body}}},nt=class{nodeID;location;#e;nameLoc;operatorLoc;value;name;depth;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.nameLoc=r,this.operatorLoc=i,this.value=a,this.name=o,this.depth=s}accept(e){e.visitLocalVariableAndWriteNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`LocalVariableAndWriteNode`,location:this.location,flags:this.#e,nameLoc:this.nameLoc,operatorLoc:this.operatorLoc,value:this.value,name:this.name,depth:this.depth}}},rt=class{nodeID;location;#e;nameLoc;binaryOperatorLoc;value;name;binaryOperator;depth;constructor(e,t,n,r,i,a,o,s,c){this.nodeID=e,this.location=t,this.#e=n,this.nameLoc=r,this.binaryOperatorLoc=i,this.value=a,this.name=o,this.binaryOperator=s,this.depth=c}accept(e){e.visitLocalVariableOperatorWriteNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`LocalVariableOperatorWriteNode`,location:this.location,flags:this.#e,nameLoc:this.nameLoc,binaryOperatorLoc:this.binaryOperatorLoc,value:this.value,name:this.name,binaryOperator:this.binaryOperator,depth:this.depth}}},it=class{nodeID;location;#e;nameLoc;operatorLoc;value;name;depth;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.nameLoc=r,this.operatorLoc=i,this.value=a,this.name=o,this.depth=s}accept(e){e.visitLocalVariableOrWriteNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`LocalVariableOrWriteNode`,location:this.location,flags:this.#e,nameLoc:this.nameLoc,operatorLoc:this.operatorLoc,value:this.value,name:this.name,depth:this.depth}}},x=class{nodeID;location;#e;name;depth;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.depth=i}accept(e){e.visitLocalVariableReadNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`LocalVariableReadNode`,location:this.location,flags:this.#e,name:this.name,depth:this.depth}}},at=class{nodeID;location;#e;name;depth;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.depth=i}accept(e){e.visitLocalVariableTargetNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`LocalVariableTargetNode`,location:this.location,flags:this.#e,name:this.name,depth:this.depth}}},ot=class{nodeID;location;#e;name;depth;nameLoc;value;operatorLoc;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.depth=i,this.nameLoc=a,this.value=o,this.operatorLoc=s}accept(e){e.visitLocalVariableWriteNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`LocalVariableWriteNode`,location:this.location,flags:this.#e,name:this.name,depth:this.depth,nameLoc:this.nameLoc,value:this.value,operatorLoc:this.operatorLoc}}},st=class{nodeID;location;#e;value;pattern;operatorLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.value=r,this.pattern=i,this.operatorLoc=a}accept(e){e.visitMatchRequiredNode(this)}childNodes(){return[this.value,this.pattern]}compactChildNodes(){return[this.value,this.pattern]}toJSON(){return{type:`MatchRequiredNode`,location:this.location,flags:this.#e,value:this.value,pattern:this.pattern,operatorLoc:this.operatorLoc}}},ct=class{nodeID;location;#e;locals;moduleKeywordLoc;constantPath;body;endKeywordLoc;name;constructor(e,t,n,r,i,a,o,s,c){this.nodeID=e,this.location=t,this.#e=n,this.locals=r,this.moduleKeywordLoc=i,this.constantPath=a,this.body=o,this.endKeywordLoc=s,this.name=c}accept(e){e.visitModuleNode(this)}childNodes(){return[this.constantPath,this.body]}compactChildNodes(){let e=[];return e.push(this.constantPath),this.body&&e.push(this.body),e}toJSON(){return{type:`ModuleNode`,location:this.location,flags:this.#e,locals:this.locals,moduleKeywordLoc:this.moduleKeywordLoc,constantPath:this.constantPath,body:this.body,endKeywordLoc:this.endKeywordLoc,name:this.name}}},lt=class{nodeID;location;#e;lefts;rest;rights;lparenLoc;rparenLoc;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.lefts=r,this.rest=i,this.rights=a,this.lparenLoc=o,this.rparenLoc=s}accept(e){e.visitMultiTargetNode(this)}childNodes(){return[...this.lefts,this.rest,...this.rights]}compactChildNodes(){let e=[];return e.concat(this.lefts),this.rest&&e.push(this.rest),e.concat(this.rights),e}toJSON(){return{type:`MultiTargetNode`,location:this.location,flags:this.#e,lefts:this.lefts,rest:this.rest,rights:this.rights,lparenLoc:this.lparenLoc,rparenLoc:this.rparenLoc}}},ut=class{nodeID;location;#e;lefts;rest;rights;lparenLoc;rparenLoc;operatorLoc;value;constructor(e,t,n,r,i,a,o,s,c,l){this.nodeID=e,this.location=t,this.#e=n,this.lefts=r,this.rest=i,this.rights=a,this.lparenLoc=o,this.rparenLoc=s,this.operatorLoc=c,this.value=l}accept(e){e.visitMultiWriteNode(this)}childNodes(){return[...this.lefts,this.rest,...this.rights,this.value]}compactChildNodes(){let e=[];return e.concat(this.lefts),this.rest&&e.push(this.rest),e.concat(this.rights),e.push(this.value),e}toJSON(){return{type:`MultiWriteNode`,location:this.location,flags:this.#e,lefts:this.lefts,rest:this.rest,rights:this.rights,lparenLoc:this.lparenLoc,rparenLoc:this.rparenLoc,operatorLoc:this.operatorLoc,value:this.value}}},dt=class{nodeID;location;#e;arguments_;keywordLoc;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.arguments_=r,this.keywordLoc=i}accept(e){e.visitNextNode(this)}childNodes(){return[this.arguments_]}compactChildNodes(){let e=[];return this.arguments_&&e.push(this.arguments_),e}toJSON(){return{type:`NextNode`,location:this.location,flags:this.#e,arguments:this.arguments_,keywordLoc:this.keywordLoc}}},ft=class{nodeID;location;#e;constructor(e,t,n){this.nodeID=e,this.location=t,this.#e=n}accept(e){e.visitNilNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`NilNode`,location:this.location,flags:this.#e}}},pt=class{nodeID;location;#e;operatorLoc;keywordLoc;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.operatorLoc=r,this.keywordLoc=i}accept(e){e.visitNoKeywordsParameterNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`NoKeywordsParameterNode`,location:this.location,flags:this.#e,operatorLoc:this.operatorLoc,keywordLoc:this.keywordLoc}}},mt=class{nodeID;location;#e;maximum;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.maximum=r}accept(e){e.visitNumberedParametersNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`NumberedParametersNode`,location:this.location,flags:this.#e,maximum:this.maximum}}},ht=class{nodeID;location;#e;name;nameLoc;value;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.nameLoc=i,this.value=a}isRepeatedParameter(){return(this.#e&le.REPEATED_PARAMETER)!==0}accept(e){e.visitOptionalKeywordParameterNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`OptionalKeywordParameterNode`,location:this.location,flags:this.#e,name:this.name,nameLoc:this.nameLoc,value:this.value}}},gt=class{nodeID;location;#e;name;nameLoc;operatorLoc;value;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.nameLoc=i,this.operatorLoc=a,this.value=o}isRepeatedParameter(){return(this.#e&le.REPEATED_PARAMETER)!==0}accept(e){e.visitOptionalParameterNode(this)}childNodes(){return[this.value]}compactChildNodes(){return[this.value]}toJSON(){return{type:`OptionalParameterNode`,location:this.location,flags:this.#e,name:this.name,nameLoc:this.nameLoc,operatorLoc:this.operatorLoc,value:this.value}}},_t=class{nodeID;location;#e;left;right;operatorLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.left=r,this.right=i,this.operatorLoc=a}accept(e){e.visitOrNode(this)}childNodes(){return[this.left,this.right]}compactChildNodes(){return[this.left,this.right]}toJSON(){return{type:`OrNode`,location:this.location,flags:this.#e,left:this.left,right:this.right,operatorLoc:this.operatorLoc}}},vt=class{nodeID;location;#e;body;openingLoc;closingLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.body=r,this.openingLoc=i,this.closingLoc=a}isMultipleStatements(){return(this.#e&ue.MULTIPLE_STATEMENTS)!==0}accept(e){e.visitParenthesesNode(this)}childNodes(){return[this.body]}compactChildNodes(){let e=[];return this.body&&e.push(this.body),e}toJSON(){return{type:`ParenthesesNode`,location:this.location,flags:this.#e,body:this.body,openingLoc:this.openingLoc,closingLoc:this.closingLoc}}},yt=class{nodeID;location;#e;expression;operatorLoc;lparenLoc;rparenLoc;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.expression=r,this.operatorLoc=i,this.lparenLoc=a,this.rparenLoc=o}accept(e){e.visitPinnedExpressionNode(this)}childNodes(){return[this.expression]}compactChildNodes(){return[this.expression]}toJSON(){return{type:`PinnedExpressionNode`,location:this.location,flags:this.#e,expression:this.expression,operatorLoc:this.operatorLoc,lparenLoc:this.lparenLoc,rparenLoc:this.rparenLoc}}},bt=class{nodeID;location;#e;locals;statements;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.locals=r,this.statements=i}accept(e){e.visitProgramNode(this)}childNodes(){return[this.statements]}compactChildNodes(){return[this.statements]}toJSON(){return{type:`ProgramNode`,location:this.location,flags:this.#e,locals:this.locals,statements:this.statements}}},xt=class{nodeID;location;#e;left;right;operatorLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.left=r,this.right=i,this.operatorLoc=a}isExcludeEnd(){return(this.#e&de.EXCLUDE_END)!==0}accept(e){e.visitRangeNode(this)}childNodes(){return[this.left,this.right]}compactChildNodes(){let e=[];return this.left&&e.push(this.left),this.right&&e.push(this.right),e}toJSON(){return{type:`RangeNode`,location:this.location,flags:this.#e,left:this.left,right:this.right,operatorLoc:this.operatorLoc}}},St=class{nodeID;location;#e;openingLoc;contentLoc;closingLoc;unescaped;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.contentLoc=i,this.closingLoc=a,this.unescaped=o}isIgnoreCase(){return(this.#e&fe.IGNORE_CASE)!==0}isExtended(){return(this.#e&fe.EXTENDED)!==0}isMultiLine(){return(this.#e&fe.MULTI_LINE)!==0}isOnce(){return(this.#e&fe.ONCE)!==0}isEucJp(){return(this.#e&fe.EUC_JP)!==0}isAscii8bit(){return(this.#e&fe.ASCII_8BIT)!==0}isWindows31j(){return(this.#e&fe.WINDOWS_31J)!==0}isUtf8(){return(this.#e&fe.UTF_8)!==0}isForcedUtf8Encoding(){return(this.#e&fe.FORCED_UTF8_ENCODING)!==0}isForcedBinaryEncoding(){return(this.#e&fe.FORCED_BINARY_ENCODING)!==0}isForcedUsAsciiEncoding(){return(this.#e&fe.FORCED_US_ASCII_ENCODING)!==0}accept(e){e.visitRegularExpressionNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`RegularExpressionNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,contentLoc:this.contentLoc,closingLoc:this.closingLoc,unescaped:this.unescaped}}},Ct=class{nodeID;location;#e;name;nameLoc;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.nameLoc=i}isRepeatedParameter(){return(this.#e&le.REPEATED_PARAMETER)!==0}accept(e){e.visitRequiredKeywordParameterNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`RequiredKeywordParameterNode`,location:this.location,flags:this.#e,name:this.name,nameLoc:this.nameLoc}}},wt=class{nodeID;location;#e;name;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.name=r}isRepeatedParameter(){return(this.#e&le.REPEATED_PARAMETER)!==0}accept(e){e.visitRequiredParameterNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`RequiredParameterNode`,location:this.location,flags:this.#e,name:this.name}}},Tt=class{nodeID;location;#e;expression;keywordLoc;rescueExpression;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.expression=r,this.keywordLoc=i,this.rescueExpression=a}accept(e){e.visitRescueModifierNode(this)}childNodes(){return[this.expression,this.rescueExpression]}compactChildNodes(){return[this.expression,this.rescueExpression]}toJSON(){return{type:`RescueModifierNode`,location:this.location,flags:this.#e,expression:this.expression,keywordLoc:this.keywordLoc,rescueExpression:this.rescueExpression}}},Et=class{nodeID;location;#e;keywordLoc;exceptions;operatorLoc;reference;thenKeywordLoc;statements;subsequent;constructor(e,t,n,r,i,a,o,s,c,l){this.nodeID=e,this.location=t,this.#e=n,this.keywordLoc=r,this.exceptions=i,this.operatorLoc=a,this.reference=o,this.thenKeywordLoc=s,this.statements=c,this.subsequent=l}accept(e){e.visitRescueNode(this)}childNodes(){return[...this.exceptions,this.reference,this.statements,this.subsequent]}compactChildNodes(){let e=[];return e.concat(this.exceptions),this.reference&&e.push(this.reference),this.statements&&e.push(this.statements),this.subsequent&&e.push(this.subsequent),e}toJSON(){return{type:`RescueNode`,location:this.location,flags:this.#e,keywordLoc:this.keywordLoc,exceptions:this.exceptions,operatorLoc:this.operatorLoc,reference:this.reference,thenKeywordLoc:this.thenKeywordLoc,statements:this.statements,subsequent:this.subsequent}}},Dt=class{nodeID;location;#e;name;nameLoc;operatorLoc;constructor(e,t,n,r,i,a){this.nodeID=e,this.location=t,this.#e=n,this.name=r,this.nameLoc=i,this.operatorLoc=a}isRepeatedParameter(){return(this.#e&le.REPEATED_PARAMETER)!==0}accept(e){e.visitRestParameterNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`RestParameterNode`,location:this.location,flags:this.#e,name:this.name,nameLoc:this.nameLoc,operatorLoc:this.operatorLoc}}},Ot=class{nodeID;location;#e;keywordLoc;arguments_;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.keywordLoc=r,this.arguments_=i}accept(e){e.visitReturnNode(this)}childNodes(){return[this.arguments_]}compactChildNodes(){let e=[];return this.arguments_&&e.push(this.arguments_),e}toJSON(){return{type:`ReturnNode`,location:this.location,flags:this.#e,keywordLoc:this.keywordLoc,arguments:this.arguments_}}},kt=class{nodeID;location;#e;constructor(e,t,n){this.nodeID=e,this.location=t,this.#e=n}accept(e){e.visitSelfNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`SelfNode`,location:this.location,flags:this.#e}}},At=class{nodeID;location;#e;operatorLoc;expression;constructor(e,t,n,r,i){this.nodeID=e,this.location=t,this.#e=n,this.operatorLoc=r,this.expression=i}accept(e){e.visitSplatNode(this)}childNodes(){return[this.expression]}compactChildNodes(){let e=[];return this.expression&&e.push(this.expression),e}toJSON(){return{type:`SplatNode`,location:this.location,flags:this.#e,operatorLoc:this.operatorLoc,expression:this.expression}}},jt=class{nodeID;location;#e;body;constructor(e,t,n,r){this.nodeID=e,this.location=t,this.#e=n,this.body=r}accept(e){e.visitStatementsNode(this)}childNodes(){return[...this.body]}compactChildNodes(){return[...this.body]}toJSON(){return{type:`StatementsNode`,location:this.location,flags:this.#e,body:this.body}}},S=class{nodeID;location;#e;openingLoc;contentLoc;closingLoc;unescaped;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.contentLoc=i,this.closingLoc=a,this.unescaped=o}isForcedUtf8Encoding(){return(this.#e&pe.FORCED_UTF8_ENCODING)!==0}isForcedBinaryEncoding(){return(this.#e&pe.FORCED_BINARY_ENCODING)!==0}isFrozen(){return(this.#e&pe.FROZEN)!==0}isMutable(){return(this.#e&pe.MUTABLE)!==0}accept(e){e.visitStringNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`StringNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,contentLoc:this.contentLoc,closingLoc:this.closingLoc,unescaped:this.unescaped}}},C=class{nodeID;location;#e;openingLoc;valueLoc;closingLoc;unescaped;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.valueLoc=i,this.closingLoc=a,this.unescaped=o}isForcedUtf8Encoding(){return(this.#e&me.FORCED_UTF8_ENCODING)!==0}isForcedBinaryEncoding(){return(this.#e&me.FORCED_BINARY_ENCODING)!==0}isForcedUsAsciiEncoding(){return(this.#e&me.FORCED_US_ASCII_ENCODING)!==0}accept(e){e.visitSymbolNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`SymbolNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,valueLoc:this.valueLoc,closingLoc:this.closingLoc,unescaped:this.unescaped}}},Mt=class{nodeID;location;#e;constructor(e,t,n){this.nodeID=e,this.location=t,this.#e=n}accept(e){e.visitTrueNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`TrueNode`,location:this.location,flags:this.#e}}},Nt=class{nodeID;location;#e;keywordLoc;predicate;thenKeywordLoc;statements;elseClause;endKeywordLoc;constructor(e,t,n,r,i,a,o,s,c){this.nodeID=e,this.location=t,this.#e=n,this.keywordLoc=r,this.predicate=i,this.thenKeywordLoc=a,this.statements=o,this.elseClause=s,this.endKeywordLoc=c}accept(e){e.visitUnlessNode(this)}childNodes(){return[this.predicate,this.statements,this.elseClause]}compactChildNodes(){let e=[];return e.push(this.predicate),this.statements&&e.push(this.statements),this.elseClause&&e.push(this.elseClause),e}toJSON(){return{type:`UnlessNode`,location:this.location,flags:this.#e,keywordLoc:this.keywordLoc,predicate:this.predicate,thenKeywordLoc:this.thenKeywordLoc,statements:this.statements,elseClause:this.elseClause,endKeywordLoc:this.endKeywordLoc}}},Pt=class{nodeID;location;#e;keywordLoc;doKeywordLoc;closingLoc;predicate;statements;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.keywordLoc=r,this.doKeywordLoc=i,this.closingLoc=a,this.predicate=o,this.statements=s}isBeginModifier(){return(this.#e&ce.BEGIN_MODIFIER)!==0}accept(e){e.visitUntilNode(this)}childNodes(){return[this.predicate,this.statements]}compactChildNodes(){let e=[];return e.push(this.predicate),this.statements&&e.push(this.statements),e}toJSON(){return{type:`UntilNode`,location:this.location,flags:this.#e,keywordLoc:this.keywordLoc,doKeywordLoc:this.doKeywordLoc,closingLoc:this.closingLoc,predicate:this.predicate,statements:this.statements}}},Ft=class{nodeID;location;#e;keywordLoc;conditions;thenKeywordLoc;statements;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.keywordLoc=r,this.conditions=i,this.thenKeywordLoc=a,this.statements=o}accept(e){e.visitWhenNode(this)}childNodes(){return[...this.conditions,this.statements]}compactChildNodes(){let e=[];return e.concat(this.conditions),this.statements&&e.push(this.statements),e}toJSON(){return{type:`WhenNode`,location:this.location,flags:this.#e,keywordLoc:this.keywordLoc,conditions:this.conditions,thenKeywordLoc:this.thenKeywordLoc,statements:this.statements}}},It=class{nodeID;location;#e;keywordLoc;doKeywordLoc;closingLoc;predicate;statements;constructor(e,t,n,r,i,a,o,s){this.nodeID=e,this.location=t,this.#e=n,this.keywordLoc=r,this.doKeywordLoc=i,this.closingLoc=a,this.predicate=o,this.statements=s}isBeginModifier(){return(this.#e&ce.BEGIN_MODIFIER)!==0}accept(e){e.visitWhileNode(this)}childNodes(){return[this.predicate,this.statements]}compactChildNodes(){let e=[];return e.push(this.predicate),this.statements&&e.push(this.statements),e}toJSON(){return{type:`WhileNode`,location:this.location,flags:this.#e,keywordLoc:this.keywordLoc,doKeywordLoc:this.doKeywordLoc,closingLoc:this.closingLoc,predicate:this.predicate,statements:this.statements}}},Lt=class{nodeID;location;#e;openingLoc;contentLoc;closingLoc;unescaped;constructor(e,t,n,r,i,a,o){this.nodeID=e,this.location=t,this.#e=n,this.openingLoc=r,this.contentLoc=i,this.closingLoc=a,this.unescaped=o}isForcedUtf8Encoding(){return(this.#e&ie.FORCED_UTF8_ENCODING)!==0}isForcedBinaryEncoding(){return(this.#e&ie.FORCED_BINARY_ENCODING)!==0}accept(e){e.visitXStringNode(this)}childNodes(){return[]}compactChildNodes(){return[]}toJSON(){return{type:`XStringNode`,location:this.location,flags:this.#e,openingLoc:this.openingLoc,contentLoc:this.contentLoc,closingLoc:this.closingLoc,unescaped:this.unescaped}}};function w(e){return T(e.location)}function T(e){return{start:e.startOffset,end:e.startOffset+e.length}}function E(e){return e.arguments_?.arguments_??[]}function Rt(e){return e instanceof tt?e:e instanceof y&&e.block instanceof xe&&zt(e)?e.block:null}function zt(e){return e.receiver===null?e.name===`lambda`||e.name===`proc`:e.name===`new`&&`name`in e.receiver&&e.receiver.name===`Proc`}function Bt(e){return e.parameters instanceof Se?e.parameters.parameters:null}function Vt(e){let t=e.childNodes();return t.includes(null)?t.filter(e=>e!==null):t}const Ht=m({id:`guidelines/authorization-url-parameters`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Asks for a code in `authorization_url`.",why:`The platform adds the client and the callback to the address, but not the type of the response.`,remedy:"Add `response_type=code`, and the scopes that the connector needs, to the address.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{responseType:()=>"The `authorization_url` has no `response_type`."},examples:{bad:[{name:`an address alone`,source:g`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda { |_connection| 'https://acme.com/authorize?scope=read' }
                ^^^^^^^^^^^^^^^^^^ responseType
              }
            }
          }
        `}],good:[{name:`a query that is put together`,source:g`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda do |_connection|
                  params = { response_type: 'code', scope: 'read' }.to_param
                  "https://acme.com/authorize?#{params}"
                end
              }
            }
          }
        `},{name:`an address from a method`,source:g`
          { connection: { authorization: { type: 'oauth2', authorization_url: lambda { |c| c['login_url'] } } } }
        `}]},create:e=>{let t=new Set,n=new Set,r=(e,n)=>{n!==void 0&&e.includes(`response_type`)&&t.add(n)};return{methodCall({lambda:e}){e?.key===`authorization_url`&&n.add(e.path)},node:[h(S,({node:e,lambda:t})=>{t?.key===`authorization_url`&&r(e.unescaped.value,t.path)}),h(C,({node:e,lambda:t})=>{t?.key===`authorization_url`&&r(e.unescaped.value,t.path)})],end(){let{connection:r}=e.connector;for(let i of[r.authorization,...r.options]){let r=i?.get(`authorization_url`),a=i?.lambda(`authorization_url`);if(!r||!a||i?.type!==`oauth2`)continue;let o=a.result();o.kind!==`string`&&o.kind!==`template`||!(o.kind===`string`?o.text:o.parts[0]??``).startsWith(`http`)&&o.kind!==`template`||t.has(a.path)||n.has(a.path)||e.report(`responseType`,r,[])}}}}});let Ut=1/0;function D(e=1){return Ut-=e,Ut>=0}var Wt=class extends Error{};function O(e){if(e.shared)throw new Wt}function k(e=null){return{kind:`unknown`,node:e}}function A(e=null){return{kind:`nil`,node:e}}function j(e,t=null){return{kind:`boolean`,boolean:e,node:t}}function M(e,t=null){return{kind:`string`,text:e,node:t}}function Gt(e,t=null){return{kind:`symbol`,text:e,node:t}}function N(e,t=null){return{kind:`number`,number:e,float:!1,node:t}}function P(e,t=null,n=!1){return{kind:`array`,node:t,items:e.map(e=>({value:e,conditional:!1})),open:n}}const Kt=[];function qt(e=null){return{kind:`hash`,node:e,entries:new Map,shadowed:Kt,open:!1,indifferent:!1}}function F(e,t=null){let n=[];for(let t of e)for(let e of t.kind===`choice`?t.options:[t])n.some(t=>t===e||Jt(t,e))||n.push(e);return n.length===1?n[0]:n.length===0||n.length>64?k(t):{kind:`choice`,options:n,node:t}}function Jt(e,t){return Yt(e,t)===!0&&e.kind===t.kind}function Yt(e,t){if(!I(e)||!I(t))return null;if(e.kind!==t.kind)return!1;switch(e.kind){case`string`:case`symbol`:return e.text===t.text;case`number`:return e.number===t.number;case`boolean`:return e.boolean===t.boolean;case`nil`:return!0}}function I(e){return e.kind===`string`||e.kind===`symbol`||e.kind===`number`||e.kind===`boolean`||e.kind===`nil`}function L(e){switch(e.kind){case`nil`:return!1;case`boolean`:return e.boolean;case`unknown`:return null;case`choice`:{let t=e.options.map(L);return t.every(e=>e===t[0])?t[0]:null}default:return!0}}function R(e){return e?.kind===`string`||e?.kind===`symbol`?e.text:null}function Xt(e){return e.kind===`string`?e.text:e.kind===`template`?e.parts[0]??``:``}function z(e){switch(e.kind){case`string`:case`symbol`:return e.text;case`number`:return Zt(e);case`boolean`:return String(e.boolean);case`nil`:return``;default:return null}}function Zt({number:e,float:t}){return!Number.isFinite(e)||Math.abs(e)>=0x38d7ea4c68000||e!==0&&Math.abs(e)<1e-4?null:t&&Number.isInteger(e)?`${e}.0`:String(e)}function B(e){return e?.kind!==`array`||e.open||e.items.some(e=>e.conditional)?null:e.items.map(e=>e.value)}function Qt(e,t){if(e.length+t.length>2e4||!D(t.length>>4))return!1;for(let n of t.slice())e.push(n);return!0}function $t(e,t=0){if(t>40||!D())return k(e.node);switch(e.kind){case`array`:{let n=[];for(let r of e.items)n.push({value:$t(r.value,t+1),conditional:r.conditional});return en(e,n)}case`hash`:{let n=new Map;for(let r of e.entries.values()){let e=$t(r.value,t+1);n.set(r.key,e===r.value?r:{...r,value:e})}return tn(e,n)}case`string`:return M(e.text,e.node);case`choice`:return{...e,options:e.options.map(e=>$t(e,t+1))};default:return e}}function en({node:e,open:t,enumerates:n},r){let i={kind:`array`,node:e,items:r,open:t};return n===void 0?i:{...i,enumerates:n}}function tn({node:e,shadowed:t,open:n,indifferent:r},i){return{kind:`hash`,node:e,entries:i,shadowed:t,open:n,indifferent:r}}function nn(e){switch(e.kind){case`array`:return en(e,e.items.slice());case`hash`:return tn(e,new Map(e.entries));case`string`:return M(e.text,e.node);case`choice`:return{...e,options:e.options.map(nn)};default:return e}}function rn(e){sn(e,e=>{if(!(e.kind!==`hash`||e.indifferent)){e.indifferent=!0;for(let[t,n]of e.entries)e.entries.set(t,on(n))}})}function an(e){let t=$t(e);return rn(t),t}function on(e){let{mixed:t,...n}=e;return e.keyValue.kind===`symbol`?{...n,keyValue:M(e.key)}:n}function sn(e,t){let n=new Set,r=[e];for(let e=r.pop();e;e=r.pop())if(!n.has(e)&&D()){if(n.add(e),e.kind===`array`)for(let t of e.items)r.push(t.value);else if(e.kind===`hash`)for(let t of e.entries.values())r.push(t.value);else e.kind===`choice`&&r.push(...e.options);t(e)}}function cn(e){sn(e,e=>{if((e.kind===`array`||e.kind===`hash`)&&O(e),e.kind===`array`&&(e.open=!0),e.kind===`hash`){e.open=!0;for(let[t,n]of e.entries)e.entries.set(t,{...n,value:F([n.value,k()]),conditional:!0})}})}function V(e){return e?e.kind===`choice`?e.options:[e]:[]}const ln=m({id:`guidelines/base-uri`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Declares the address of the API once, in `base_uri`.",why:`An address that every request repeats is hard to change for another environment or tenant.`,remedy:"Add `base_uri: lambda { |connection| 'https://…' }` to the connection, and use relative paths.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{relative:(e,t)=>`The path \`${e}\` belongs to no address, since there is no \`base_uri\` (such requests: ${t}).`,again:(e,t)=>`The address \`${e}\` is that of \`base_uri\`, and stands in ${t} requests as well.`,repeated:(e,t)=>`The address \`${e}\` stands in ${t} requests, and there is no \`base_uri\`.`},examples:{bad:[{name:`an address in every request`,source:g`
          {
            connection: {
            ^^^^^^^^^^^ repeated
              authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } }
            },
            test: lambda { |_c| get('https://api.acme.com/me') },
            actions: { find: { execute: lambda { |_c, _i| get('https://api.acme.com/leads') } } }
          }
        `},{name:`a path without an address`,source:g`
          {
            title: 'Acme',
            connection: {
              fields: [{ name: 'api_key', control_type: 'password' }],
              authorization: { type: 'api_key', apply: ->(connection) { headers('X-Key': connection['api_key']) } }
            },
            test: ->(_connection) { get('/v1/me') },
                                        ^^^^^^^^ relative
            actions: { "find_lead" => { "execute" => lambda { |_c, input| get("/v1/leads/#{input['id'].to_i}") } } }
          }
        `},{name:`an address that is the base already`,source:g`
          {
            'connection' => {
              'base_uri' => ->(_connection) { 'https://api.acme.com/v1/' }
              ^^^^^^^^^^ again
            },
            'test' => ->(_connection) { get('https://api.acme.com/v1/me') },
            'actions' => { 'find' => { 'execute' => ->(_connection, input) { get('https://api.acme.com/v1/leads', input) } } }
          }
        `}],good:[{name:`one base address`,source:g`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.com' } },
            test: lambda { |_c| get('/me') },
            actions: { find: { execute: lambda { |_c, _i| get('/leads') } } }
          }
        `},{name:`two requests to different hosts`,source:g`
          {
            connection: {},
            test: lambda { |_c| get('https://api.acme.com/me') },
            actions: { find: { execute: lambda { |_c, _i| get('https://files.acme.com/leads') } } }
          }
        `}]},create:e=>{let t=new Map,n=[];return{request(e){if(/^\/(?!\/)/u.test(Xt(e.url))&&n.push(e),e.lambda?.owner===`authorization`)return;let r=un(e);r&&t.set(r,(t.get(r)??0)+1)},end(){let{connection:r,root:i}=e.connector,a=i.get(`connection`);if(!a||!r.closed)return;let o=r.lambda(`base_uri`)?.result(),s=o?.kind===`string`?dn(o.text):null,c=s===null?0:t.get(s)??0;if(s!==null&&c>1&&e.report(`again`,r.get(`base_uri`),[s,c],{severity:`notice`}),r.has(`base_uri`))return;let[l]=n;if(l){let[t]=E(l.node),r={span:t?w(t):l.span,path:l.lambda?.path??null};e.report(`relative`,r,[Xt(l.url),n.length],{severity:`error`})}let[u]=[...t].sort((e,t)=>t[1]-e[1]);u&&u[1]>1&&e.report(`repeated`,a,u)}}}});function un({url:e}){return dn(Xt(e))}function dn(e){return/^https?:\/\/[^/?#\s]+(?=[/?#]|$)/u.exec(e)?.[0]??null}const fn=m({id:`guidelines/base-uri-path-lost`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Keeps the path of `base_uri` in requests.",why:`A path with a leading slash replaces the whole path of the base address.`,remedy:`End the base address with a slash, and begin the paths of requests without one.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html`]},messages:{lost:(e,t)=>`The leading slash drops the path \`${e}\` of \`base_uri\`, here and in all ${t} such requests.`},examples:{bad:[{name:`a slash after a path with a version`,source:g`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/v2/' } },
            test: lambda { |_connection| get('/me') }
                                             ^^^^^ lost
          }
        `}],good:[{name:`a relative path`,source:g`
          {
            connection: { base_uri: lambda { |c| "https://#{c['subdomain']}.acme.com/v2/" } },
            test: lambda { |_connection| get('me') }
          }
        `},{name:`a path that repeats that of the base address`,source:g`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/v2/' } },
            test: lambda { |_connection| get('/v2/me') }
          }
        `}]},create:e=>{let t=[];return{request(e){let n=Xt(e.url);n.startsWith(`/`)&&!n.startsWith(`//`)&&t.push(e)},end(){let n=V(e.connector.connection.lambda(`base_uri`)?.result()).map(pn),r=n.filter(e=>e!==null),[i]=r;if(i===void 0||r.length<n.length)return;let a=r.map(e=>`/${e.split(`/`)[1]}`),o=t.filter(({url:e})=>!a.some(t=>Xt(e).startsWith(t))),[s]=o;if(!s||o.length<t.length)return;let[c]=E(s.node),l={span:c?w(c):s.span,path:s.lambda?.path??null};e.report(`lost`,l,[i,o.length])}}}});function pn(e){let t=e.kind===`string`?e.text:e.kind===`template`?mn(e.parts):``,n=/^https?:\/\/[^/?#\s]+(?<path>\/[^?#\s]+)$/u.exec(t)?.groups?.path;return n===void 0||n.includes(`\0`)?null:n}function mn(e){return e.map(e=>e??`\0`).join(``)}const hn=[`actions`,`triggers`,`object_definitions`,`pick_lists`,`methods`],gn=m({id:`guidelines/blank-line-between-entries`,severity:`notice`,confidence:`low`,since:`0.1.0`,fix:`safe`,docs:{summary:`Leaves an empty line between actions, triggers, methods and the like.`,why:`Where an entry of hundreds of lines ends and the next one begins is what a reader looks for first.`,remedy:`Put an empty line before each entry and the comment that belongs to it.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{tight:e=>`Entries follow each other without an empty line (places: ${e}).`},examples:{bad:[{name:`methods without an empty line`,source:g`
          {
            methods: {
              leads: lambda do |input|
                get('/leads', input)
              end,
              # One of them, by its ID.
              lead: lambda do |id|
              ^^^^^ tight
                get("/leads/#{id}")
              end
            }
          }
        `,fixed:g`
          {
            methods: {
              leads: lambda do |input|
                get('/leads', input)
              end,

              # One of them, by its ID.
              lead: lambda do |id|
                get("/leads/#{id}")
              end
            }
          }
        `},{name:`sections without an empty line`,source:g`
          {
            title: 'Acme',
            "actions" => {
              "find" => { execute: ->(_connection, _input) { get('/leads') } }
            }, # one so far
            :methods => {
            ^^^^^^^^ tight
              leads: ->() { get('/leads') }
            }
          }
        `,fixed:g`
          {
            title: 'Acme',
            "actions" => {
              "find" => { execute: ->(_connection, _input) { get('/leads') } }
            }, # one so far

            :methods => {
              leads: ->() { get('/leads') }
            }
          }
        `}],good:[{name:`entries of one line`,source:g`
          {
            pick_lists: {
              kinds: lambda { [%w[Lead lead]] },
              states: lambda { [%w[Open open]] }
            }
          }
        `},{name:`an empty line before a comment`,source:g`
          {
            methods: {
              a: lambda do
                1
              end,

              # Two.
              b: lambda do
                2
              end
            }
          }
        `}]},create:e=>({connector({root:t}){let n=[t.hash,...hn.map(e=>t.get(e)?.value)].flatMap(t=>_n(t?.node??null,e.source)),[r]=n.toSorted((e,t)=>e.key.start-t.key.start);if(!r)return;let i={title:`Add the empty lines`,edits:n.map(({edit:e})=>e)};e.report(`tight`,{span:r.key,path:null},[n.length],{fix:i})}})});function _n(e,t){if(!(e instanceof He))return[];let n=[];for(let[r,i]of e.elements.entries()){let a=e.elements[r+1];if(!a||!(i instanceof v&&a instanceof v)||!vn(i,t)||!vn(a,t))continue;let o={start:w(i).end,end:w(a).start},s=yn(t.slice(o),o.start);s&&n.push({key:w(a.key),edit:s})}return n}function vn(e,t){let{start:n,end:r}=w(e);return t.position(n).line<t.position(r).line}function yn(e,t){if(!/^[\s,]*$/u.test(e.replace(/#[^\n]*/gu,``)))return null;let n=e.indexOf(`
`);if(n===-1||/\n[ \t]*\r?\n/u.test(e))return null;let r=e[n-1]===`\r`?`\r
`:`
`,i=t+new TextEncoder().encode(e.slice(0,n+1)).length;return{span:{start:i,end:i},text:r}}const bn={required:[],optional:[],rest:!1,requiredKeywords:[],optionalKeywords:[],keywordRest:!1},xn=new WeakMap;function Sn(e){let t=xn.get(e);if(t)return t;let n=Cn(e);return xn.set(e,n),n}function Cn(e){let{parameters:t}=e;if(t instanceof mt)return{...bn,required:Array.from({length:t.maximum},(e,t)=>`_${t+1}`)};if(t instanceof $e)return{...bn,required:[`it`]};let n=Bt(e);if(!n)return bn;let r=n.keywords;return{required:[...n.requireds,...n.posts].map(wn),optional:n.optionals.map(e=>e instanceof gt?e.name:``),rest:n.rest instanceof Dt,requiredKeywords:r.filter(e=>e instanceof Ct).map(e=>e.name),optionalKeywords:r.filter(e=>e instanceof ht).map(e=>e.name),keywordRest:n.keywordRest!==null&&!(n.keywordRest instanceof pt)}}function wn(e){return e instanceof lt?null:e instanceof wt?e.name:null}function Tn(e){return[...e.required,...e.optional]}function En(e){let t=Rt(e.node);if(!t)return null;let{required:n,optional:r,rest:i,requiredKeywords:a,optionalKeywords:o,keywordRest:s}=Sn(t),c=a.length>0||o.length>0||s,l=n.length+ +(a.length>0),u=i?1/0:n.length+r.length+ +!!c;return(e.strict?l===u:u!==1/0)?l:-l-1}const Dn=new Set([`[]=`,`merge!`,`store`,`update`,`delete`]),On=m({id:`guidelines/connection-mutation`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Writes nothing into `connection`.",why:`Every lambda gets a fresh copy of the connection, so what is written there is lost.`,remedy:"Return the value from `acquire` or `refresh` to keep it, or use a local variable.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`,`https://github.com/workato/workato-connector-sdk`]},messages:{write:e=>`What is written into \`${e}\` here is lost after the lambda.`},examples:{bad:[{name:`a token stored in the connection`,source:g`
          {
            actions: {
              find: {
                execute: lambda do |connection, _input|
                  connection['token'] = post('/token')['token']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  get('/leads')
                end
              }
            }
          }
        `}],good:[{name:`a value read`,source:g`{ test: lambda { |connection| get('/me', key: connection['key']) } }`},{name:`a copy in acquire`,source:g`
          { connection: { authorization: { acquire: lambda { |connection| connection['token'] = 1; connection } } } }
        `}]},create:e=>({node:[h(y,({node:t,lambda:n})=>{if(!(t.receiver instanceof x)||!Dn.has(t.name)||!n)return;let{name:r}=t.receiver;n.key!==`acquire`&&/^_?connection$/u.test(r)&&Tn(n.parameters).includes(r)&&e.report(`write`,{span:w(t),path:n.path},[r])})]})});function kn(e,t){let n=e.position(t.start).line,r=e.position(t.end).line,i=e.lineStart(n),a=e.lineStart(r+1);return{span:e.slice({start:i,end:t.start}).trim()===``&&e.slice({start:t.end,end:a}).trim()===``?{start:i,end:a}:t,text:``}}function An(e,t,n){let r=/^\s*,[ \t]*/u.exec(e.slice({start:t.end,end:n.end}))?.[0];if(r!==void 0)return kn(e,{start:t.start,end:t.end+Pn(r)});let i=/,\s*$/u.exec(e.slice({start:n.start,end:t.start}))?.[0]??``;return{span:{start:t.start-Pn(i),end:t.end},text:``}}function jn(e,{start:t,end:n},r){let i=e.lineStart(e.position(n).line+1),a=e.slice({start:n,end:i}),o=/^,?[ \t]*[})\]]*,?\s*$/u.test(a)?Nn(e,t,n):null;return{span:{start:n,end:n},text:`,${o??` `}${r}`}}function Mn(e,{start:t},n){return{span:{start:t,end:t},text:`${n},${Nn(e,t,t)??` `}`}}function Nn(e,t,n){let{line:r}=e.position(t),i=e.lineStart(r),a=e.slice({start:i,end:t}),o=e.slice({start:i,end:e.lineStart(e.position(n).line+1)});return!/^[ \t]*$/u.test(a)||o.includes(`<<`)?null:(o.endsWith(`\r
`)?`\r
`:`
`)+a}function Pn(e){return new TextEncoder().encode(e).length}const Fn=m({id:`guidelines/debug-output`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:"Prints nothing with `puts`, `print`, `p` or `pp`.",why:`Only the console of the connector's developer shows what is printed, and it may hold customers' data.`,remedy:`Remove the line before the release.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/debugging.html`]},messages:{output:e=>`\`${e}\` prints to the console of the developer only.`},examples:{bad:[{name:`a value printed before a request`,source:g`
          {
            test: lambda do |connection|
              puts connection
              ^^^^^^^^^^^^^^^ output
              get('/me')
            end
          }
        `,fixed:g`
          {
            test: lambda do |connection|
              get('/me')
            end
          }
        `},{name:`the result of a lambda printed`,source:g`
          {
            test: lambda { |_connection| pp get('/me') }
                                         ^^^^^^^^^^^^^ output
          }
        `}],good:[{name:`a variable named p`,source:g`{ test: lambda { |p| get('/me').params(p) } }`},{name:`a method of something else`,source:g`{ test: lambda { |c| c.print } }`}]},create:e=>{let t=t=>{if(t.node.isVariableCall()&&t.node.name===`p`)return;let n=t.usage===`void`&&t.parent instanceof jt&&t.parent.body.length>1&&E(t.node).every(In),r=w(t.node);e.report(`output`,{span:r,path:t.lambda?.path??null},[t.node.name],n?{fix:{title:`Remove the output`,edits:[kn(e.source,r)]}}:{})};return{bareCall:{puts:t,print:t,p:t,pp:t}}}});function In(e){return e instanceof S||e instanceof x?!0:e instanceof b?e.parts.every(e=>!(e instanceof y)&&Vt(e).every(Ln)):e instanceof y&&e.name===`[]`&&e.receiver!==null&&In(e.receiver)}function Ln(e){return e instanceof jt?e.body.every(In):In(e)}const Rn=/_+|(?<!\d)(?=\d)|(?<=\d)(?!\d)|(?<![A-Z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][^A-Z0-9_])/;function zn(e){return e.split(Rn).filter(e=>e.trim()!==``).map((e,t)=>{if(/^[A-Z]+$/.test(e)||/^(?:id|ur[il])$/i.test(e))return e.toUpperCase();let n=e.toLowerCase();return t===0?n.charAt(0).toUpperCase()+n.slice(1):n}).join(` `)}const Bn=new Map([[`acct`,`account`],[`addr`,`address`],[`amt`,`amount`],[`attr`,`attribute`],[`attrs`,`attributes`],[`cfg`,`configuration`],[`cnt`,`count`],[`ctry`,`country`],[`cust`,`customer`],[`dept`,`department`],[`desc`,`description`],[`dest`,`destination`],[`dflt`,`default`],[`dob`,`date of birth`],[`dt`,`date`],[`emp`,`employee`],[`fname`,`first name`],[`grp`,`group`],[`idx`,`index`],[`lname`,`last name`],[`lang`,`language`],[`mgr`,`manager`],[`msg`,`message`],[`num`,`number`],[`pwd`,`password`],[`qty`,`quantity`],[`usr`,`user`],[`txn`,`transaction`]]),Vn=new Set(`api apis sms pdf csv xml json html sql sku url urls uri ids crm erp hr ip iban bic vat ssn uuid guid ftp sftp http https utc gps iso ui ux sla faq kpi`.split(` `));function Hn(e){for(let t of e.split(/[\s/]+/)){let e=t.toLowerCase(),n=Bn.get(e);if(n)return{word:t,better:n,kind:`short`};if(Vn.has(e)&&t===e||Vn.has(e)&&t===e.charAt(0).toUpperCase()+e.slice(1))return{word:t,better:Un(e),kind:`acronym`}}return null}function Un(e){return/^(?:id|url|api)s$/.test(e)?`${e.slice(0,-1).toUpperCase()}s`:e.toUpperCase()}function Wn(e){let t=e.split(` `).map(e=>Hn(e)?.better??e).join(` `);return t.charAt(0).toUpperCase()+t.slice(1)}function Gn(e,t){return e.lambda(t)?.result()??e.get(t)?.value}function Kn(e){let t=e.get(`title`),n=R(t?.value);return t&&n!==null?{text:n,written:!0,place:t.valuePlace}:t||!e.closed?null:{text:zn(e.name),written:!1,place:e}}function qn(e){let t=R(e.title?.value)?.trim();if(!t||t.length>200)return null;let n=t.replace(/\s*\((?:custom|sdk)[^)]*\)$|\s+(?:sdk|connector)$/i,``);return n===``?null:n}const Jn=/updat|modif|chang/iu,Yn=m({id:`guidelines/dedup`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Tells with `dedup` every event from all others.",why:`An event with a signature that was there before is dropped without a word.`,remedy:`Return what is unique for the event: the ID of the record, and for updates the time of the update as well.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{constant:e=>`The \`dedup\` of \`${e}\` is the same for all events, so only the first one starts a job.`,updates:(e,t)=>`The \`dedup\` of \`${e}\` is the record's \`${t}\` alone, so its second update starts no job.`},examples:{bad:[{name:`one text for all events`,source:g`
          { triggers: { new_lead: { dedup: lambda { |_record| 'lead' } } } }
                                    ^^^^^^ constant
        `},{name:`updates that are told apart by the record only`,source:g`
          {
            triggers: {
              new_updated_lead: {
                title: 'New/updated lead',
                dedup: lambda do |lead|
                ^^^^^^ updates
                  lead['id']
                end
              }
            }
          }
        `},{name:`a record's key, read in another way`,source:g`
          { "triggers" => { "invoice_changed" => { "dedup" => ->(event) { event.dig(:data, :invoice_id).to_s } } } }
                                                   ^^^^^^^ updates
        `}],good:[{name:`new records`,source:g`{ triggers: { new_lead: { dedup: lambda { |lead| lead['id'] } } } }`},{name:`an update with its time`,source:g`
          { triggers: { updated_lead: { dedup: lambda { |lead| "#{lead['id']}@#{lead['updated_at']}" } } } }
        `},{name:`an ID of the event itself`,source:g`{ triggers: { updated_lead: { dedup: lambda { |event| event['event_id'] } } } }`}]},create:e=>({trigger(t){let n=t.get(`dedup`),r=t.lambda(`dedup`);if(!n||!r||t.deprecated)return;let i=r.result().kind;if(i===`string`||i===`symbol`||i===`number`||i===`boolean`){e.report(`constant`,n,[t.name]);return}let a=Xn(r);if(a===null||!/^(?:\w+_)?id$/iu.test(a)||/event|uu?id|message|delivery|request/iu.test(a))return;let o=Kn(t)?.text??``,s=`${t.name.replaceAll(`_`,` `)} ${o}`;Jn.test(s)&&!/\bdelet/iu.test(s)&&e.report(`updates`,n,[t.name,a])}})});function Xn(e){let t=Rt(e.value.node)?.body,[n,r]=t instanceof jt?t.body:[],i=r?void 0:n;for(;i instanceof y&&/^to_(?:s|i)$/u.test(i.name)&&i.receiver;)i=i.receiver;if(!(i instanceof y)||!/^(?:\[\]|dig)$/u.test(i.name))return null;let a=E(i).at(-1),o=i.receiver;for(;o instanceof y&&o.name===`[]`;)o=o.receiver;return!(o instanceof x)||o.name!==e.parameters.required[0]?null:a instanceof S||a instanceof C?a.unescaped.value:null}const Zn=/^(?:drop|truncate|purge|delete|remove)_(?:all(?:_\w+)?|(?:\w+_)?(?:table|database|schema|object_type|dataset))s?$/u,Qn=/^(?:drop|truncate|purge|delete|remove) (?:all\b|(?:an? |the )?(?:\w+ )?(?:table|database|schema|object type|dataset)s?$)/iu,$n=m({id:`guidelines/destructive-action`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Deletes single records, never whole tables or schemas.`,why:`An automated recipe that deletes a table does damage that nobody can take back.`,remedy:`Leave the action out, or delete one record at a time.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{whole:e=>`The action \`${e}\` deletes more than a record.`},examples:{bad:[{name:`a table that is dropped`,source:g`
          { actions: { drop_table: { execute: lambda { |_c, i| delete("/tables/#{i['id']}") } } } }
                       ^^^^^^^^^^^ whole
        `},{name:`a key that does not tell, under a title that does`,source:g`
          { 'actions' => { 'cleanup' => { 'title' => 'Delete all contacts', 'execute' => ->(_c, _i) { delete('/contacts') } } } }
                           ^^^^^^^^^ whole
        `}],good:[{name:`a row`,source:g`{ actions: { delete_row: { execute: lambda { |_c, i| delete("/rows/#{i['id']}") } } } }`}]},create:e=>({action(t){if(t.deprecated)return;let n=Kn(t)?.text.trim()??``;(Zn.test(t.name)||Qn.test(n))&&e.report(`whole`,t,[t.name])}})}),er=m({id:`guidelines/dig`,severity:`notice`,confidence:`low`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Reads nested values with `dig`.",why:`Indexing twice fails where the outer value is missing.`,remedy:"Write `a.dig('b', 'c')`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{nested:e=>`A value is read by index from a value that may be missing, ${e} in this lambda.`},examples:{bad:[{name:`two levels`,source:g`
          { methods: { owner: lambda { |row| row['owner']['name'] } } }
                                             ^^^^^^^^^^^^^^^^^^^^ nested
        `,fixed:g`
          { methods: { owner: lambda { |row| row.dig('owner', 'name') } } }
        `},{name:`three levels of what was parsed`,source:g`
          {
            'actions' => {
              'find' => {
                'execute' => lambda do |_connection, input|
                  id = workato.parse_json(input['body'])['lead'][0]['id']
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nested
                  { owner: get("/leads/#{id}")[:lead][:owner] }
                end
              }
            }
          }
        `,fixed:g`
          {
            'actions' => {
              'find' => {
                'execute' => lambda do |_connection, input|
                  id = workato.parse_json(input['body']).dig('lead', 0, 'id')
                  { owner: get("/leads/#{id}").dig(:lead, :owner) }
                end
              }
            }
          }
        `}],good:[{name:`a dig`,source:g`{ methods: { owner: lambda { |row| row.dig('owner', 'name') } } }`},{name:`an outer value that is looked at first`,source:g`
          {
            methods: {
              ends: lambda do |event|
                late = event['end'].present? && event['end']['at'] > 5
                owner = event['owner'] ? event['owner']['name'] : nil
                [late, owner, event['place'] && event['place']['city']]
              end
            }
          }
        `},{name:`an entry of a list`,source:g`{ methods: { first: lambda { |rows| rows['all'][0] } } }`}]},create:e=>{let t=new Map,n=new Set,r=(t,n)=>`${n} ${e.source.slice(w(t))}`,i=(e,t)=>{t&&e&&rr(e)&&n.add(r(e,t.path))};return{node:[h(he,({node:e,lambda:t})=>i(e.left,t)),h(Ue,({node:e,lambda:t})=>i(e.predicate,t)),h(y,({node:n,lambda:a,parent:o})=>{if(!a||(tr.has(n.name)&&i(n.receiver,a),!rr(n)||nr(n,o)))return;let{root:s,names:c}=ar(n);if(c<2||!or(s))return;let l=t.get(a.path)??[];t.set(a.path,l),l.push({place:{span:w(n),path:a.path},outer:r(n.receiver,a.path),edit:sr(n,e.source)})})],end(){for(let r of t.values()){let t=r.filter(({outer:e})=>!n.has(e)),i=t.length;if(i===0)continue;let a={title:"Use `dig`",edits:r.map(({edit:e})=>e)};e.report(`nested`,t[0].place,[i===1?`once`:`${i} times`],{fix:a})}}}}}),tr=new Set([`present?`,`blank?`,`nil?`,`is_a?`,`any?`]);function nr(e,t){return t instanceof y&&t.receiver===e&&(t.name===`[]=`||rr(t))}function rr(e){if(!(e instanceof y)||e.name!==`[]`||e.isSafeNavigation())return!1;let[t,n]=E(e);return!n&&(ir(t)||t instanceof Ye)}function ir(e){return e instanceof S||e instanceof C}function ar(e){let t=e,n=+!!ir(E(t)[0]);for(;rr(t.receiver);)t=t.receiver,ir(E(t)[0])&&n++;return{root:t.receiver,names:n}}function or(e){return e instanceof x||e instanceof y?!/definitions?$|schema|fields$/iu.test(e.name):!1}function sr(e,t){let n=[],r=e;for(;n.unshift(t.slice(w(E(r)[0]))),rr(r.receiver);)r=r.receiver;return{span:{start:w(r.receiver).end,end:w(e).end},text:`.dig(${n.join(`, `)})`}}function cr(e){switch(e?.kind){case`string`:case`symbol`:return[{text:e.text,whole:!0}];case`template`:return[{text:e.parts.map(e=>e??`￼`).join(``),whole:!1}];case`choice`:return e.options.flatMap(cr);default:return[]}}function lr(e){return e.replace(/<[^<>]*>/g,` `).replace(/\s+/g,` `).trim()}function ur(e){return lr(e).toLowerCase().replace(/[^\p{L}\p{N}]+/gu,` `).trim()}function dr(e){let t=lr(e);return t===``?[]:t.split(` `)}const fr=new Set([`a`,`an`,`and`,`by`,`for`,`from`,`in`,`of`,`on`,`or`,`the`,`to`,`via`,`with`]);function pr(e,t=[]){let n=new Set(t.flatMap(e=>e.split(/\s+/))),r=dr(e).flatMap(e=>e.split(`/`)).filter(e=>/^\p{L}/u.test(e)&&!fr.has(e.toLowerCase())).slice(1).filter(e=>!n.has(e));return!r.some(e=>/^\p{Ll}/u.test(e))&&r.filter(e=>/^\p{Lu}\p{Ll}{2,}$/u.test(e)).length>=2}function H(e,t=60){let n=e.replace(/\s+/g,` `).trim();return n.length>t?`${n.slice(0,t-1)}…`:n}function mr(e,t=3){let n=e.slice(0,t).map(e=>`\`${e}\``),r=e.length-n.length;return r>0?`${n.join(`, `)} and ${r} more`:n.length<2?n.join(``):`${n.slice(0,-1).join(`, `)} and ${n.at(-1)}`}const hr=new Set([`action.execute`,`trigger.poll`,`trigger.webhook_subscribe`,`objectDefinition.fields`]),gr=m({id:`guidelines/error-response-handled`,severity:`notice`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Hands on what the API says when a request fails.`,why:`Users see only the status of a failed request otherwise, while the API's answer tells what to correct.`,remedy:'Add `.after_error_response(/.*/) { |_code, body, _headers, message| error("#{message}: #{body}") }` to the requests, or to the method that sends them.',sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{one:e=>`What the API says of a failed request of \`${e}\` does not reach the user.`,several:(e,t)=>`What the API says of a failed request does not reach the user in ${e}: ${t}.`,all:e=>`What the API says of a failed request never reaches the user (operations, lists and definitions with requests: ${e}).`},examples:{bad:[{name:`one action that leaves the error as it is`,source:g`
          {
            actions: {
              find_lead: {
                execute: lambda do |_connection, input|
                  get('/leads', input).after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
                end
              },
              create_lead: {
              ^^^^^^^^^^^^ one
                execute: lambda { |_connection, input| post('/leads').payload(input) }
              }
            }
          }
        `},{name:`lists that leave the error as it is`,source:g`
          {
            actions: {
              find_lead: {
                execute: lambda do |_connection, input|
                  get('/leads', input).after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
                end
              }
            },
            pick_lists: {
              owners: lambda { |_connection| get('/owners').pluck('name', 'id') },
              ^^^^^^^ several
              stages: lambda { |_connection| get('/stages').pluck('name', 'id') },
              lists: ->(_connection) { call('all', '/lists') },
              users: lambda do |_connection|
                get('/users')['users']&.map { |user| [user['name'], user['id']] }
              end
            },
            methods: { all: lambda { |path| get(path).pluck('name', 'id') } }
          }
        `},{name:`a connector that has no word for errors`,source:g`
          {
            actions: {
              find_lead: { execute: lambda { |_connection, input| call('request', '/leads', input) } },
              ^^^^^^^^^^ all
              create_lead: { 'execute' => ->(_connection, input) { post('/leads', input) } }
            },
            methods: { request: lambda { |path, input| get(path, input) } }
          }
        `}],good:[{name:`a shared method that handles errors`,source:g`
          {
            actions: { find_lead: { execute: lambda { |_c, input| call('request', get('/leads', input)) } } },
            methods: {
              request: lambda do |request|
                request.after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
              end
            }
          }
        `},{name:`a call that handles what a method asks for`,source:g`
          {
            actions: {
              find_lead: {
                execute: lambda { |_c, _i| call(:leads).after_error_response(404) { |_code, body| error(body) } }
              }
            },
            methods: { leads: lambda { get('/leads') } }
          }
        `}]},create:e=>{let t=new Set,n=new Set,r=new Map,i=e=>{e&&n.add(e.path)};return{request({lambda:e}){e&&t.add(e.path)},methodCall({lambda:e,name:t}){if(!e)return;let n=r.get(e.path)??[];r.set(e.path,n),n.push(R(t))},node:[h(y,({node:e,lambda:t})=>{e.name===`after_error_response`&&i(t)}),h(Et,({lambda:e})=>i(e)),h(Tt,({lambda:e})=>i(e))],end(){let{actions:t,triggers:r,pickLists:i,objectDefinitions:o,lambdas:s}=e.connector,c=new Map;for(let e of s){if(e.owner!==`pickList`&&!hr.has(`${e.owner}.${e.key}`))continue;let t=`${e.owner}.${e.ownerName}`;c.set(t,[...c.get(t)??[],e])}let l=[[`action`,`actions`,t.entries.filter(({deprecated:e})=>!e)],[`trigger`,`triggers`,r.entries.filter(({deprecated:e})=>!e)],[`objectDefinition`,`object definitions`,o.entries],[`pickList`,`pick lists`,i.entries]].map(([e,t,n])=>[t,n.filter(({name:t})=>a(c.get(`${e}.${t}`)??[]))]),u=l.flatMap(([,e])=>e),[d]=u;if(d&&u.length>1&&n.size===0)e.report(`all`,d,[u.length]);else for(let[t,n]of l)if(n.length<=3)for(let t of n)e.report(`one`,t,[t.name]);else e.report(`several`,n[0],[t,mr(n.map(({name:e})=>e))])}};function a(i){let a=new Set,o=i.map(({path:e})=>e),s=!1;for(let i=o.pop();i!==void 0;i=o.pop())if(!a.has(i)){if(a.add(i),n.has(i))return!1;t.has(i)&&(s=!0);for(let t of r.get(i)??[]){let n=t===null?void 0:e.connector.methods.get(t);if(!n?.lambda)return!1;o.push(n.lambda.path)}}return s}}}),_r=new Set([404,409,410]),vr=m({id:`guidelines/error-swallowed`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lets errors reach the user.`,why:`A step that fails without a word leaves recipes running on wrong or missing data.`,remedy:"Raise it again with `error(...)` and what the API said, or handle the one error that is expected.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html`]},messages:{empty:()=>"The `rescue` drops the error without a word.",handler:()=>"The `after_error_response` takes the error, and tells nobody of it.",modifier:()=>"The `rescue nil` drops every error without a word."},examples:{bad:[{name:`an empty rescue`,source:g`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError
            ^^^^^^ empty
              nil
            end
          }
        `},{name:`a rescue after a request`,source:g`
          { test: lambda { |_connection| get('/me').presence rescue nil } }
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modifier
        `},{name:`an error response that counts as an answer`,source:g`
          {
            'actions' => {
              'find_lead' => {
                'execute' => ->(_connection, input) {
                  get("/leads/#{input['id'].to_i}").
                    after_error_response(/.*/) do |_code, body, _headers, _message|
                    ^^^^^^^^^^^^^^^^^^^^ handler
                      { 'error' => body }
                    end
                }
              }
            }
          }
        `},{name:`an error that is only printed, in a method`,source:g`
          {
            methods: {
              leads: lambda do |input|
                begin
                  get('/leads', input)['leads'] || []
                rescue => e
                ^^^^^^ empty
                  puts "failed: #{e.message}"
                  []
                end
              end
            }
          }
        `}],good:[{name:`an error response that is handed on`,source:g`
          {
            methods: {
              lead: lambda do |id|
                get("/leads/#{id}").
                  after_error_response(404) { |_code, body, _h, message| call('fail', message, body) }.
                  after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
              end,
              fail: lambda { |message, body| error("#{message}: #{body}") }
            }
          }
        `},{name:`an expected response`,source:g`
          { methods: { lead: lambda { |id| get("/leads/#{id.to_i}").after_error_response(404) { |_c, _b, _h, _m| {} } } } }
        `},{name:`an error that is told`,source:g`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError => e
              error("Check the key: #{e}")
            end
          }
        `},{name:`an expected error of one kind`,source:g`
          {
            methods: {
              to_time: lambda do |value|
                value.to_time
              rescue ArgumentError
                nil
              end
            }
          }
        `},{name:`a fallback for text that is no date`,source:g`{ methods: { day: lambda { |v| v.to_date rescue nil } } }`}]},create:e=>{let t=[],n=[];return{node:[h(y,({node:e,lambda:t})=>{if(e.name!==`after_error_response`||!(e.block instanceof xe))return;let[r]=E(e);r instanceof Ye&&_r.has(r.value)||r instanceof St&&/^\W*4(?:04|09|10)\W*$/u.test(r.unescaped.value)||e.messageLoc&&n.push({node:e,block:e.block,lambda:t})}),h(Et,({node:t,lambda:n})=>{let r=t.exceptions.every(e=>e instanceof ke&&/^(StandardError|Exception)$/u.test(e.name)),i=t.statements?.body??[];r&&i.every(yr)&&e.report(`empty`,{span:T(t.keywordLoc),path:n?.path??null},[])}),h(Tt,e=>{yr(e.node.rescueExpression)&&t.push(e)})],end(){for(let{node:t,block:r,lambda:i}of n)t.messageLoc&&!br(r)&&e.report(`handler`,{span:T(t.messageLoc),path:i?.path??null},[]);for(let{node:n,lambda:r}of t)e.connector.requests.some(e=>Sr(e.node,n))&&e.report(`modifier`,{span:w(n),path:r?.path??null},[])}}}});function yr(e){return xr(e)?!0:e instanceof He||e instanceof _e?e.elements.length===0:e instanceof S?e.unescaped.value===``:e instanceof y&&e.receiver===null&&/^(?:puts|p|pp|print)$/u.test(e.name)}function br(e){return e instanceof y&&e.receiver===null&&!/^(?:puts|p|pp|print|now|today)$/u.test(e.name)||Vt(e).some(br)}function xr(e){return e instanceof ft||e instanceof Ie}function Sr(e,t){let[n,r]=[w(e),w(t)];return n.start>=r.start&&n.end<=r.end}const Cr=/https?:\/\/(?:[^/?#@\s'"]*@)?(?<host>[\w.-]+)/giu,wr=/(?:^|[.-])(?:sandbox|sandboxapi|staging|stage|uat|preprod|demo)\d*(?=[.-])/iu,Tr=/^(?:localhost|127\.[\d.]+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)$|(?:^|\.)(?:ngrok(?:-free)?\.(?:io|app|dev)|loca\.lt|webhook\.site|requestbin\.com|pipedream\.net)$/iu,Er=m({id:`guidelines/hard-coded-environment`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Lets users choose the environment that they connect to.`,why:`A sandbox in the code is nobody's account but the author's, and other users' data does not belong there.`,remedy:"Offer production and sandbox in a connection field with `control_type: 'select'`, and make `base_uri` of it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{trial:e=>`Requests go to \`${e}\`, and to no other environment of the application.`,own:e=>`Requests go to \`${e}\`, which only the author's machine or account reaches.`},examples:{bad:[{name:`a sandbox as the only address`,source:g`
          {
            'connection' => {
              'base_uri' => ->(_connection) { 'https://api.sandbox.acme.com/v1/' }
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
            }
          }
        `},{name:`a tunnel to the author's machine`,source:g`
          { actions: { find: { execute: lambda { |_connection, input| post("https://f81d4fae.ngrok.io/find", input) } } } }
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ own
        `}],good:[{name:`an environment that users choose`,source:g`
          {
            connection: {
              base_uri: lambda do |connection|
                connection['environment'] == 'sandbox' ? 'https://sandbox.acme.com' : 'https://api.acme.com'
              end
            }
          }
        `},{name:`an environment in a method`,source:g`
          {
            methods: {
              host: lambda { |connection| connection['live'] ? 'https://api.acme.com' : 'https://api-demo.acme.com' }
            },
            test: lambda { |_connection| get('https://api-demo.acme.com/status') }
          }
        `},{name:`a service beside the agent of a secure tunnel`,source:g`
          { secure_tunnel: true, test: lambda { |_connection| get('http://localhost/ext/profile/status') } }
        `}]},create:e=>{let t=new Set,n=[];return{node:[h(S,({node:e})=>{let n=e.unescaped.value;if(n.includes(`://`))for(let{groups:e}of n.matchAll(Cr)){let n=e?.host??``;n!==``&&!wr.test(n)&&t.add(Dr(n))}})],request({url:e,node:t,lambda:n}){r(e,E(t)[0],n?.path??null)},lambda(e){if(e.key!==`base_uri`)return;let t=V(e.result());t.length===1&&r(t[0],t[0].node,e.path)},end(){let r=new Set;for(let{host:i,span:a,path:o}of n)r.has(i)||(r.add(i),Tr.test(i)?e.connector.root.has(`secure_tunnel`)||e.report(`own`,{span:a,path:o},[i]):t.has(Dr(i))||e.report(`trial`,{span:a,path:o},[i]))}};function r(e,t,r){let i=e.kind===`string`?e.text:e.kind===`template`?e.parts[0]??``:``,[a]=i.matchAll(Cr),o=a?.index===0?a.groups?.host??``:``;!t||o===``||e.kind===`template`&&a?.[0]===i||(wr.test(o)||Tr.test(o))&&n.push({host:o,span:w(t),path:r})}}});function Dr(e){return e.toLowerCase().split(`.`).slice(-2).join(`.`)}const Or=/\bworkato\.com\/oauth\/callback\b/u,kr=new Set([`acquire`,`refresh`,`authorization_url`,`token_url`]),Ar=m({id:`guidelines/hardcoded-callback`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Takes the callback address of OAuth 2.0 from the platform.`,why:`Each data centre of Workato has its own address, so a fixed one fails for users of the others.`,remedy:"Use the third argument of `acquire`, `redirect_uri`; in `authorization_url` the platform adds it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`]},messages:{fixed:()=>`The callback address is that of one data centre only.`,added:e=>`The \`authorization_url\` has \`${e}\`, which the platform adds itself.`},examples:{bad:[{name:`a fixed address in acquire`,source:g`
          {
            connection: {
              authorization: {
                acquire: lambda do |_connection, code|
                  post('/token', code: code, redirect_uri: 'https://www.workato.com/oauth/callback')
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fixed
                end
              }
            }
          }
        `},{name:`parameters that the platform adds`,source:g`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: ->(connection) do
                  "https://login.acme.com/authorize?response_type=code&state=#{connection['tenant']}"
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added
                end
              }
            }
          }
        `}],good:[{name:`the address that the platform passes`,source:g`
          {
            connection: {
              authorization: {
                acquire: lambda { |_c, code, redirect_uri| post('/token', code: code, redirect_uri: redirect_uri) }
              }
            }
          }
        `},{name:`a hint for the user`,source:g`{ connection: { fields: [{ name: 'id', hint: 'Register https://www.workato.com/oauth/callback.' }] } }`}]},create:e=>({node:[h(S,({node:t,lambda:n})=>{if(!n||!kr.has(n.key))return;let r=t.unescaped.value,i={span:w(t),path:n.path},a=n.key===`authorization_url`?/[?&](?<name>state|redirect_uri)=/u.exec(r):null;Or.test(r)?e.report(`fixed`,i,[]):a&&e.report(`added`,i,[a.groups?.name??``])})]})});function jr(e){return e instanceof C?e.valueLoc?T(e.valueLoc):null:e instanceof S?T(e.contentLoc):null}function Mr(e,t){let n=jr(e);return n?[{span:n,text:t}]:[]}function Nr(e,t,n){if(!(e instanceof He||e instanceof et))return[];let r=e.elements.at(-1);return r?[jn(n,w(r),t)]:[]}function Pr(e,t,n){if(!(e instanceof He||e instanceof et))return[];let r=e.elements.findIndex(e=>e instanceof v&&e.key===t),i=e.elements[r+1];if(r===-1||!i)return[];let a={start:w(e.elements[r]).start,end:w(i).start};return n.slice(a).includes(`#`)?[]:[{span:a,text:``}]}const Fr={render_input:`convert_input`,parse_output:`convert_output`},Ir=m({id:`guidelines/legacy-key`,severity:`notice`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Uses the current names of keys.`,why:`Keys of former versions of the SDK are no longer documented, and may stop working.`,remedy:`Rename the key, or move its code to the key that took its place.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`]},messages:{replaced:(e,t)=>`The key \`${e}\` of former versions is now \`${t}\`.`},examples:{bad:[{name:`a converter of a field`,source:g`
          {
            actions: {
              add: { input_fields: lambda { [{ name: 'count', render_input: 'integer_conversion' }] } }
                                                              ^^^^^^^^^^^^^ replaced
            }
          }
        `,fixed:g`
          {
            actions: {
              add: { input_fields: lambda { [{ name: 'count', convert_input: 'integer_conversion' }] } }
            }
          }
        `},{name:`the credentials of an authorization`,source:g`
          { connection: { authorization: { type: 'api_key', credentials: lambda { |c| headers(key: c['key']) } } } }
                                                            ^^^^^^^^^^^^ replaced
        `}],good:[{name:`current keys`,source:g`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } } },
            triggers: { new: { poll: lambda { { events: [] } }, dedup: lambda { |event| event['id'] } } }
          }
        `}]},create:e=>{let t=new Map,n=(t,n)=>{for(let[r,i]of Object.entries(n)){let n=t.get(r);n&&!t.has(i)&&e.report(`replaced`,n,[r,i])}};return{authorization(e){n(e,{credentials:`apply`})},trigger(e){n(e,{document_id:`dedup`})},field(e){for(let[n,r]of Object.entries(Fr)){let i=e.get(n);if(!i||e.has(r))continue;let a=t.get(n)??{first:i,edits:[]};t.set(n,a),a.edits.push(...Mr(e.hash.entries.get(n)?.keyNode??null,r))}},end(){for(let[n,{first:r,edits:i}]of t){let t=Fr[n]??n,a={title:`Rename it to ${t} in all fields`,edits:i};e.report(`replaced`,r,[n,t],i.length>0?{fix:a}:{})}}}}}),Lr=new Set([`<`,`<=`,`>`,`>=`,`<=>`,`between?`,`cover?`,`positive?`,`negative?`,`zero?`,`past?`,`future?`]),Rr=m({id:`guidelines/multistep-limit`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Stops a multistep action after a number of steps.`,why:`An action that waits for a job that never ends holds up the recipe until the platform's own limit.`,remedy:"Count the steps in `continue`, and end with `error(...)` after a maximum.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/multistep-actions.html`,`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{endless:e=>`The action \`${e}\` invokes itself again without a limit of its own.`},examples:{bad:[{name:`a wait without end`,source:g`
          {
            actions: {
              run: {
                execute: lambda do |_connection, input, _is, _os, continue|
                  job = continue.present? ? get("/jobs/#{continue['id']}") : post('/jobs', input)
                  reinvoke_after(seconds: 60, continue: { id: job['id'] }) if job['status'] == 'running'
                  ^^^^^^^^^^^^^^ endless
                  job
                end
              }
            }
          }
        `}],good:[{name:`a wait of thirty steps`,source:g`
          {
            actions: {
              run: {
                execute: lambda do |_connection, _input, _is, _os, continue|
                  step = continue['step'] || 0
                  error('Timed out.') if step > 30
                  reinvoke_after(seconds: 60, continue: { step: step + 1 })
                end
              }
            }
          }
        `}]},create:e=>{let t=[],n=new Set,r=new Map,i=new Set;return{bareCall:{reinvoke_after:e=>{e.lambda?.owner===`action`&&e.lambda.key===`execute`&&t.push(e)}},methodCall({lambda:e,name:t}){if(!e)return;let n=R(t);n===null?i.add(e.path):r.set(e.path,(r.get(e.path)??new Set).add(n))},node:[h(y,({node:e,lambda:t})=>{t&&zr(e)&&n.add(t.path)})],end(){for(let{node:a,lambda:o}of t){if(!o||n.has(o.path)||i.has(o.path)||[...r.get(o.path)??[]].map(t=>e.connector.methods.get(t)).some(e=>{let t=e?.lambda?.path;return t===void 0||n.has(t)||r.has(t)}))continue;let t=a.location.startOffset,s={start:t,end:t+a.name.length};e.report(`endless`,{span:s,path:o.path},[o.ownerName])}}}}});function zr(e){return Lr.has(e.name)?!0:e.name===`==`&&E(e)[0]instanceof Ye}const Br=m({id:`guidelines/object-definition-arguments`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Declares the arguments of an object definition's `fields`, used or not.",why:`The arguments decide whether the schema is dynamic; adding them later changes it for recipes that run.`,remedy:"Declare them from the start: `fields: lambda do |_connection, _config_fields|`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/object_definitions.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{none:e=>`The \`fields\` of the object definition \`${e}\` declare no arguments.`},examples:{bad:[{name:`no arguments`,source:g`
          {
            object_definitions: {
              lead: {
                fields: lambda do
                ^^^^^^^ none
                  [{ name: 'id' }]
                end
              }
            }
          }
        `,fixed:g`
          {
            object_definitions: {
              lead: {
                fields: lambda do |_connection, _config_fields, _object_definitions|
                  [{ name: 'id' }]
                end
              }
            }
          }
        `},{name:`no arguments of arrow lambdas`,source:g`
          {
            'object_definitions' => {
              'lead' => { 'fields' => -> { [{ name: 'id' }] } },
                          ^^^^^^^^ none
              'owner' => { 'fields' => ->() { [{ name: 'id' }] } },
                           ^^^^^^^^ none
              'tag' => { 'fields' => lambda { [{ name: 'id' }] } }
                         ^^^^^^^^ none
            }
          }
        `,fixed:g`
          {
            'object_definitions' => {
              'lead' => { 'fields' => ->(_connection, _config_fields, _object_definitions) { [{ name: 'id' }] } },
              'owner' => { 'fields' => ->(_connection, _config_fields, _object_definitions) { [{ name: 'id' }] } },
              'tag' => { 'fields' => lambda { |_connection, _config_fields, _object_definitions| [{ name: 'id' }] } }
            }
          }
        `}],good:[{name:`arguments that are not used`,source:g`{ object_definitions: { lead: { fields: lambda { |_connection, _config_fields| [] } } } }`}]},create:e=>({objectDefinition(t){let n=t.get(`fields`),r=t.lambda(`fields`);if(!n||!r)return;let{required:i,optional:a,rest:o}=r.parameters;if(i.length+a.length>0||o)return;let s=Hr(r.value.node),c={title:`Declare the arguments`,edits:s};e.report(`none`,n,[t.name],s.length>0?{fix:c}:{})}})}),Vr=`_connection, _config_fields, _object_definitions`;function Hr(e){let t=Rt(e);if(!t)return[];if(t.parameters)return t.parameters instanceof Se&&!t.parameters.parameters?[{span:w(t.parameters),text:t instanceof tt?`(${Vr})`:`|${Vr}|`}]:[];if(t instanceof tt){let{end:e}=T(t.operatorLoc);return[{span:{start:e,end:e},text:`(${Vr})`}]}let{end:n}=T(t.openingLoc);return[{span:{start:n,end:n},text:` |${Vr}|`}]}const Ur=m({id:`guidelines/operation-comment`,severity:`notice`,confidence:`low`,since:`0.1.0`,docs:{summary:`Says in a comment above each operation what it does.`,why:`Who maintains or reviews the connector reads first what an operation is for and where its limits are.`,remedy:`Add a comment above the action or trigger.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{missing:e=>`No comment says what this operation does (without one in all: ${e}).`},examples:{bad:[{name:`an action without a comment`,source:g`
          {
            actions: {
              find: { execute: lambda { get('/a') } }
              ^^^^^ missing
            }
          }
        `}],good:[{name:`a comment above the action`,source:g`
          {
            actions: {
              # Finds all of them.
              find: { execute: lambda { get('/a') } }
            }
          }
        `}]},create:e=>({end(){let t=e.connector.operations.filter(({span:t})=>{let{line:n}=e.source.position(t.start);return![n-1,n,n+1].some(t=>Wr(e.source.line(t)))}),[n]=t;n&&e.report(`missing`,n,[t.length])}})});function Wr(e){return/(?:^|\s)#[^{]*\p{L}{2}/u.test(e)}function Gr(e,t){return e.comments.map(({location:e})=>{let n=T(e),{line:r}=t.position(n.start),i=t.slice({start:t.lineStart(r),end:n.start});return{span:n,text:t.slice(n),line:r,alone:i.trim()===``}})}const Kr=/\bFIXME\b|\bTODO\b(?=:|\s*-|\s+\w)|\blorem ipsum\b/iu,qr=/^#\W*(?:TODO|FIXME)\b/u,Jr=/^(?:YOUR|MY|INSERT|REPLACE|ENTER)_[A-Z0-9_]+$/u,Yr=/^https?:\/\/(?:[\w-]+\.)*example\.(?:com|org|net)(?=[/:?#]|$)|\b(?:YOUR|INSERT|REPLACE)_[A-Z0-9_]+|X{5,}/u,Xr=m({id:`guidelines/placeholder`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Holds nothing that was to be replaced.`,why:`Users read the text as it is, and a request with a placeholder in it fails for all of them.`,remedy:`Write what is meant, or ask for it in a connection field.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{text:e=>`The text is not finished: it says “${e}”.`,standIn:e=>`The text \`${e}\` is to be replaced by a value.`,address:e=>`The address has the placeholder \`${e}\` in it.`,comments:e=>`Comments say that something is still to be done (places: ${e}).`},examples:{bad:[{name:`a hint that is to come`,source:g`
          { actions: { find: { help: 'TODO: explain the limits' } } }
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ text
        `},{name:`a client to put in`,source:g`
          { connection: { authorization: { type: 'oauth2', client_id: 'YOUR_CLIENT_ID' } } }
                                                                      ^^^^^^^^^^^^^^^^ standIn
        `},{name:`a request with a gap`,source:g`
          { test: lambda { |_connection| get('https://api.acme.com/reports?filter=XXXXXXXX') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ address
        `},{name:`a comment about what is left`,source:g`
          {
            # TODO: read the next page, too
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comments
            test: ->(_connection) { get('/me') }
          }
        `}],good:[{name:`a format in a hint`,source:g`
          { actions: { find: { help: 'Write the number as XXX-XXX-XXXX, at https://YOUR_DOMAIN.acme.com' } } }
        `},{name:`an address in a sample`,source:g`{ actions: { find: { sample_output: lambda { { email: 'joe@example.com', state: 'TODO' } } } } }`}]},create:e=>{return{file({syntax:t,source:n}){if(!t)return;let r=Gr(t,n).filter(({text:e})=>qr.test(e)),[i]=r;i&&e.report(`comments`,{span:i.span,path:null},[r.length],{severity:`notice`})},node:[h(S,({node:t,lambda:n})=>{let r=t.unescaped.value,i={span:w(t),path:n?.path??null},a=Kr.exec(r)?.[0];a?e.report(`text`,i,[a]):Jr.test(r)&&e.report(`standIn`,i,[r])})],request({url:e,lambda:n,span:r}){t(e,n?.path??null,r)},lambda(e){/^(?:base_uri|authorization_url|token_url)$/u.test(e.key)&&t(e.result(),e.path,e.span)}};function t(t,n,r){for(let{text:i}of cr(t)){let a=Yr.exec(i)?.[0];if(!a||Jr.test(i))continue;let o=t?.node?w(t.node):r;e.report(`address`,{span:o,path:n},[a])}}}});function Zr(e,t,n){let r=e?.kind===`hash`?e:null,i=new Map;return{path:t,hash:r,closed:r!==null&&Qr(r),keys:r?[...r.entries.keys()]:[],has:e=>r?.entries.has(e)??!1,get(e){let a=i.get(e);if(a)return a;let o=r?.entries.get(e);if(!o)return;let s=$r(o,t,n);return i.set(e,s),s}}}function Qr(e){if(e.open)return!1;for(let t of e.entries.values())if(t.conditional)return!1;return!0}function $r(e,t,n){let r=t===``?e.key:`${t}.${e.key}`,i=e.keyNode?w(e.keyNode):n;return{key:e.key,path:r,value:e.value,span:i,valuePlace:{span:e.value.node?w(e.value.node):i,path:r}}}function ei(e){let[t]=e.keys;return t===void 0?null:e.get(t)??null}const ti=[`next_poll`,`next_page`],ni=m({id:`guidelines/poll-cursor`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Goes on polling from where the last poll stopped.`,why:`A poll that does not read its closure fetches the same records again each time.`,remedy:"Return `next_poll`, and read it as the third argument of `poll` at the next run.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{noParameter:e=>`The \`poll\` of \`${e}\` takes no closure, so it starts over every time.`,notStored:e=>`The \`poll\` of \`${e}\` returns no \`next_poll\`, so there is never a closure to go on from.`,unread:(e,t)=>`The \`poll\` of \`${e}\` never reads \`${t}\`, so it starts over every time.`},examples:{bad:[{name:`no closure`,source:g`
          { triggers: { new_lead: { poll: lambda { |_connection, _input| { events: get('/leads') } } } } }
                                    ^^^^^ noParameter
        `},{name:`a closure that is not read`,source:g`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                ^^^^^ unread
                  { events: get('/leads'), next_poll: 1, can_poll_more: false }
                end
              }
            }
          }
        `},{name:`a closure that is never stored`,source:g`
          {
            'triggers' => {
              'new_lead' => {
                'poll' => ->(_connection, input, closure) {
                ^^^^^^ notStored
                  since = closure&.[]('since') || input['since']
                  leads = get('/leads', since: since)['leads'] || []
                  {
                    events: leads,
                    can_poll_more: leads.size >= 100
                  }
                }
              }
            }
          }
        `}],good:[{name:`a closure that is read`,source:g`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                  since = closure || input['since']
                  { events: get('/leads', since: since), next_poll: now, can_poll_more: false }
                end
              }
            }
          }
        `}]},create:e=>{let t=new Set;return{node:[h(x,({node:e,lambda:n})=>{n?.key===`poll`&&t.add(`${n.path}:${e.name}`)})],end(){for(let n of e.connector.triggers.entries){let r=n.get(`poll`),i=n.lambda(`poll`);if(!r||!i||n.deprecated||n.has(`webhook_subscribe`))continue;let{required:a,optional:o,rest:s}=i.parameters;if(s||o.length>0)continue;let c=a[2];a.length<3?e.report(`noParameter`,r,[n.name]):c&&!t.has(`${i.path}:${c}`)?e.report(`unread`,r,[n.name,c]):V(i.result()).every(ri)&&e.report(`notStored`,r,[n.name])}}}}});function ri(e){return e.kind===`hash`&&Qr(e)&&!ti.some(t=>e.entries.has(t))}const ii=1e3,ai=/^\$?(?:limit|page_?size|page_?limit|per_?page|batch_?size|max_?results|count|top|page_?count|size)$/iu,oi=/[?&](?<name>limit|page_?size|per_?page|max_?results)=(?<size>\d{1,9})(?!\d)/iu,si=m({id:`guidelines/poll-page-size`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Fetches at most 1,000 events in one poll.`,why:`The platform stops a recipe whose trigger returns more than 1,000 events at once.`,remedy:"Fetch smaller pages, and set `can_poll_more` while there are more.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/trigger-limit.html`,`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{large:(e,t)=>`A poll may return 1,000 events, but \`${e}\` is ${t}.`,loop:()=>`The request in a loop may bring more than the 1,000 events that one poll may return.`},examples:{bad:[{name:`pages of 5000`,source:g`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                  page_size = 5000
                              ^^^^ large
                  { events: get('/leads', limit: page_size, after: closure) }
                end
              }
            }
          }
        `},{name:`all pages in one poll`,source:g`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  events = []
                  loop do
                    page = get('/leads', after: closure)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ loop
                    events.concat(page['rows'])
                    break if page['rows'].blank?
                  end
                  { events: events }
                end
              }
            }
          }
        `},{name:`pages of 2000 in the query of an address`,source:g`
          {
            'triggers' => {
              'new_lead' => {
                'poll' => ->(connection, _input, closure) {
                  leads = get("/accounts/#{connection['account']}/leads?per_page=2000&after=#{closure}")
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ large
                  { events: leads, next_poll: leads.last['id'], can_poll_more: leads.size >= 2000 }
                }
              }
            }
          }
        `},{name:`pages until there are no more`,source:g`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  page = get('/leads', after: closure)
                  events = page['leads']
                  while page['next'].present?
                    page = get('/leads', cursor: page['next'])
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ loop
                    events.concat(page['leads'])
                  end
                  { events: events, next_poll: page['cursor'], can_poll_more: false }
                end
              }
            }
          }
        `}],good:[{name:`pages of 100`,source:g`
          { triggers: { new_lead: { poll: lambda { |_c, _i, closure| { events: get('/leads', limit: 100, after: closure) } } } } }
        `},{name:`a large page in an action`,source:g`{ actions: { find: { execute: lambda { |_c, _i| get('/leads', limit: 5000) } } } }`}]},create:e=>{let t=(t,n,r)=>{if(t.lambda?.key!==`poll`||n===null||!ai.test(n)||!(r instanceof Ye)||r.value<=ii)return;let i=r.value.toLocaleString(`en`);e.report(`large`,{span:w(r),path:t.lambda.path},[n,i])},n=[],r=({node:e,lambda:t})=>{t?.key===`poll`&&n.push({span:w(e),lambda:t})};return{node:[h(It,r),h(Pt,r),h(S,({node:t,lambda:n})=>{let r=n?.key===`poll`?oi.exec(t.unescaped.value)?.groups:void 0,i=Number(r?.size??0);if(i<=ii)return;let a={span:w(t),path:n?.path??null};e.report(`large`,a,[r?.name??``,i.toLocaleString(`en`)])}),h(ot,e=>{t(e,e.node.name,e.node.value)}),h(v,e=>{let{key:n,value:r}=e.node,i=n instanceof C||n instanceof S;t(e,i?n.unescaped.value:null,r)})],request({fact:t,lambda:r,span:i}){if(r?.key===`poll`){for(let n=t.blocks;n;n=n.outer)if(n.call.receiver===null&&n.call.name===`loop`){e.report(`loop`,{span:i,path:r.path},[]);return}n.some(e=>e.lambda===r&&e.span.start<=i.start&&i.end<=e.span.end)&&e.report(`loop`,{span:i,path:r.path},[])}}}}}),ci=m({id:`guidelines/raise-error`,severity:`notice`,confidence:`medium`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Fails with `error`, not with `raise`.",why:"`error` is the SDK's own way to fail a job with a message for its user, and the one that the documentation describes.",remedy:"Write `error('What went wrong, and what to do')`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html`]},messages:{raise:()=>`A message for users is raised as an exception of Ruby.`},examples:{bad:[{name:`a check of an input`,source:g`
          {
            actions: {
              find: {
                execute: lambda do |_connection, input|
                  raise 'Enter an ID or an email address.' if input.blank?
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ raise
                  get('/leads', input)
                end
              }
            }
          }
        `,fixed:g`
          {
            actions: {
              find: {
                execute: lambda do |_connection, input|
                  error('Enter an ID or an email address.') if input.blank?
                  get('/leads', input)
                end
              }
            }
          }
        `},{name:`an exception with a class, in a method`,source:g`
          {
            "methods" => {
              "check" => ->(response) { raise(StandardError, "Failed: #{response['message']}") unless response['ok'] }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ raise
            }
          }
        `}],good:[{name:`an error of the SDK`,source:g`{ methods: { check: lambda { |input| error('Enter an ID.') if input.blank? } } }`},{name:`an exception that is passed on`,source:g`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError => e
              raise e
            end
          }
        `}]},create:e=>({bareCall:{raise({node:t,lambda:n}){let[r,i,a]=E(t);if(!n||a||!r)return;let o=e=>e instanceof S||e instanceof b,s=r instanceof ke||r instanceof Oe;if((!o(r)||i)&&!(s&&o(i)))return;let c=e.source.slice(w(r)),l=o(r)&&!c.startsWith(`<<`),u={title:"Call `error`",edits:[{span:w(t),text:`error(${c})`}]};e.report(`raise`,{span:w(t),path:n.path},[],l?{fix:u}:{})}}})}),li=m({id:`guidelines/refresh-signals`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Says which responses mean that credentials have expired.`,why:"Without `refresh_on` or `detect_on`, every request that fails for any reason makes a new login.",remedy:"Add `refresh_on` with the status codes or texts of an expired login, such as `refresh_on: [401]`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{none:()=>"Custom authorization has `acquire`, but neither `refresh_on` nor `detect_on`.",noAcquire:e=>`\`${e}\` does nothing here, since custom authorization without \`acquire\` has no login to repeat.`,empty:()=>"The list `refresh_on` is empty, which is the same as none."},examples:{bad:[{name:`a login without a sign that it is over`,source:g`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: lambda { |c| { token: post('/login', key: c['key'])['token'] } },
                ^^^^^^^^ none
                apply: lambda { |c| headers(token: c['token']) }
              }
            }
          }
        `},{name:`an empty list`,source:g`
          {
            connection: {
              'authorization' => {
                'type' => 'custom_auth',
                'acquire' => ->(connection) { { token: post('/login', key: connection['key'])['token'] } },
                'refresh_on' => [],
                ^^^^^^^^^^^^ empty
                'apply' => ->(connection) { headers(token: connection['token']) }
              }
            }
          }
        `},{name:`signals without a login`,source:g`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                refresh_on: [401, 403],
                ^^^^^^^^^^^ noAcquire
                apply: lambda { |connection| headers('X-Token': connection['token']) }
              }
            }
          }
        `}],good:[{name:`a status code`,source:g`
          { connection: { authorization: { type: 'custom_auth', acquire: lambda { |c| { token: 1 } }, refresh_on: [401] } } }
        `},{name:`a static token`,source:g`{ connection: { authorization: { type: 'custom_auth', apply: lambda { |c| c } } } }`}]},create:e=>({authorization(t){let n=t.get(`acquire`);if(!t.closed||t.type!==`custom_auth`)return;let r=n?void 0:t.get(`refresh_on`);if(r&&e.report(`noAcquire`,r,[`refresh_on`]),!n)return;let i=t.lambda(`acquire`)?.result();if(i?.kind===`nil`||i?.kind===`hash`&&i.entries.size===0&&!i.open)return;let a=t.get(`refresh_on`);t.has(`detect_on`)||(a?B(a.value)?.length===0&&e.report(`empty`,a,[]):e.report(`none`,n,[]))}})}),ui=new Set([`each`,`map`,`flat_map`,`collect`,`select`,`filter`,`reject`,`filter_map`,`each_with_object`,`each_with_index`,`reduce`,`inject`,`find_all`,`sort_by`,`group_by`,`uniq`,`collect_concat`]),di=m({id:`guidelines/requests-in-poll-loop`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Sends no request for each record of a poll.`,why:`Hundreds of requests in one poll run into the platform's timeout and the API's rate limit.`,remedy:`Ask the API for whole records in the list, or leave their details to an action of the recipe.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{request:(e,t)=>`The \`${e}\` in the block of \`${t}\` is a request for each record of the poll.`,method:(e,t)=>`The method \`${e}\` sends a request for each record that \`${t}\` goes through.`},examples:{bad:[{name:`a request for each row`,source:g`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  rows = get('/leads', after: closure)
                  { events: rows.map { |row| get("/leads/#{row['id']}") } }
                                             ^^^ request
                end
              }
            }
          }
        `},{name:`a method that sends a request for each row`,source:g`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  rows = get('/leads', after: closure)
                  { events: rows.each { |row| row['owner'] = call('owner', row) } }
                                                             ^^^^ method
                end
              }
            },
            methods: {
              owner: lambda { |row| call(:read, row['owner_id']) },
              read: lambda { |id| get("/owners/#{id}") }
            }
          }
        `}],good:[{name:`a request for each of two kinds of records`,source:g`
          { triggers: { new: { poll: lambda { |_c, _i, at| { events: %w[a b].flat_map { |kind| get("/#{kind}", at: at) } } } } } }
        `},{name:`a request for a hundred records at once`,source:g`
          { triggers: { new: { poll: lambda { |_c, _i, ids| { events: ids.each_slice(100).map { |some| get('/a', ids: some) } } } } } }
        `}]},create:e=>{let t=[],n=[],r=new Set,i=new Map;return{request(e){e.lambda?.owner===`method`&&r.add(e.lambda.ownerName),pi(e.lambda)&&t.push(e)},methodCall(e){pi(e.lambda)&&n.push(e);let t=R(e.name);if(t===null||e.lambda?.owner!==`method`)return;let r=i.get(t)??new Set;i.set(t,r.add(e.lambda.ownerName))},end(){for(let e of r)for(let t of i.get(e)??[])r.add(t);for(let{fact:n,verb:r,span:i,lambda:a}of t){let t=mi(n.blocks);t&&e.report(`request`,{span:fi(i,r),path:a?.path??null},[r,t])}for(let{fact:t,name:i,span:a,lambda:o}of n){let n=mi(t.blocks),s=R(i);n&&s!==null&&r.has(s)&&e.report(`method`,{span:fi(a,`call`),path:o?.path??null},[s,n])}}}}});function fi(e,t){return{start:e.start,end:e.start+t.length}}function pi(e){return e?.owner===`trigger`&&e.key===`poll`}function mi(e){for(let t=e;t;t=t.outer){let{name:e,receiver:n}=t.call,r=n instanceof vt?null:n,i=r instanceof _e||n instanceof vt||r instanceof xt,a=r instanceof y&&/^(?:each_slice|in_groups_of|times|first|take)$/u.test(r.name);if(n&&ui.has(e)&&!i&&!a)return e}return null}const hi=m({id:`guidelines/retry-settings`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Sets retries so that they take effect.`,why:"Without `retry_on_response` nothing is retried, and more than three retries are cut to three.",remedy:"Name the status codes in `retry_on_response`, and keep `max_retries` at 3 or less.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html`]},messages:{noResponse:e=>`The setting \`${e}\` does nothing without \`retry_on_response\`.`,tooMany:e=>`The platform retries at most 3 times, not ${e}.`,notANumber:()=>"The setting `max_retries` is not a whole number.",repeats:e=>`A retry of the action repeats its first writing request, and it has ${e} of them.`,verb:e=>`There is no verb \`${e}\` to retry on.`},examples:{bad:[{name:`retries on no response`,source:g`
          { actions: { find: { max_retries: 2, execute: lambda { get('/a') } } } }
                               ^^^^^^^^^^^^ noResponse
        `},{name:`ten retries`,source:g`
          { actions: { find: { retry_on_response: [500], max_retries: 10, execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^ tooMany
        `},{name:`a verb that is none`,source:g`
          { actions: { find: { retry_on_response: [500], retry_on_request: ['FETCH'], execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^^^^^^ verb
        `},{name:`a number in words`,source:g`
          { actions: { find: { retry_on_response: [500], 'max_retries' => '3', execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^^ notANumber
        `},{name:`two records that are made again`,source:g`
          {
            actions: {
              create_order: {
                retry_on_response: [429, 500],
                retry_on_request: %w[GET POST],
                ^^^^^^^^^^^^^^^^^ repeats
                max_retries: 3,
                execute: lambda do |_connection, input|
                  order = post('/orders', input.except('lines')).dig('order', 'id')
                  lines = post("/orders/#{order}/lines", input['lines'])
                  { id: order, lines: lines }
                end
              }
            }
          }
        `}],good:[{name:`three retries of a read`,source:g`
          { actions: { find: { retry_on_response: [500], retry_on_request: ['GET'], max_retries: 3, execute: lambda { get('/a') } } } }
        `}]},create:e=>{let t=new Map;return{request({lambda:e,verb:n,fact:r}){n===`post`&&e&&!r.blocks&&t.set(e.path,(t.get(e.path)??0)+1)},end(){for(let t of e.connector.actions.entries)n(t)}};function n(n){for(let t of[`max_retries`,`retry_on_request`]){let r=n.get(t);r&&n.closed&&!n.has(`retry_on_response`)&&e.report(`noResponse`,r,[t])}let r=n.get(`max_retries`);r?.value.kind===`number`&&!r.value.float?r.value.number>3&&e.report(`tooMany`,r,[r.value.number]):r&&/^(?:number|string|boolean|array)$/u.test(r.value.kind)&&e.report(`notANumber`,r,[]);let i=n.get(`retry_on_request`),a=(B(i?.value)??[]).map(e=>R(e)?.toLowerCase()??null);for(let t of a)t!==null&&i&&!/^(?:get|head|post|put|patch|delete|options)$/u.test(t)&&e.report(`verb`,i,[t.toUpperCase()]);let o=n.lambda(`execute`),s=o&&gi(o)?t.get(o.path)??0:0;i&&a.includes(`post`)&&s>1&&e.report(`repeats`,i,[s])}}});function gi(e){let t=Rt(e.value.node)?.body;return t instanceof jt&&t.body.every(e=>!_i(e,0))}function _i(e,t){return t>30||e instanceof Ue||e instanceof Nt||e instanceof Ee||Vt(e).some(e=>_i(e,t+1))}const vi=new Set([`to_time`,`to_date`,`to_datetime`,`iso8601`,`in_time_zone`,`strftime`,`utc`]),yi=m({id:`guidelines/since-fallback`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Starts the first poll somewhere even when the user leaves the start blank.`,why:`There is no closure at the first poll, and a conversion of a blank field fails.`,remedy:"End the expression with a time, such as `|| 1.hour.ago`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/advanced-connector-guide/connector-building-building-triggers.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`]},messages:{blank:(e,t)=>`The call of \`${e}\` fails at the first poll when \`${t}\` is left blank.`},examples:{bad:[{name:`no fallback`,source:g`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', type: 'date_time', optional: true }] },
                poll: lambda do |_connection, input, closure|
                  since = (closure || input['since']).to_time
                                      ^^^^^^^^^^^^^^ blank
                  { events: get('/leads', since: since) }
                end
              }
            }
          }
        `,fixed:g`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', type: 'date_time', optional: true }] },
                poll: lambda do |_connection, input, closure|
                  since = (closure || input['since'] || 1.hour.ago).to_time
                  { events: get('/leads', since: since) }
                end
              }
            }
          }
        `},{name:`a variable, and a closure with an entry`,source:g`
          {
            'triggers' => {
              'updated_lead' => {
                'input_fields' => ->(_object_definitions) { [{ name: 'since', label: 'From', type: 'timestamp' }] },
                'poll' => ->(_connection, input, closure) {
                  updated_since = closure&.dig('updated_since') || input['since']
                                                                   ^^^^^^^^^^^^^^ blank
                  leads = get('/leads').params(updated_since: updated_since.to_time.utc.iso8601)['leads']
                  { events: leads, next_poll: { updated_since: leads.last['updated_at'] }, can_poll_more: false }
                }
              }
            }
          }
        `}],good:[{name:`a variable that is looked at first`,source:g`
          {
            triggers: {
              updated_lead: {
                input_fields: lambda { |_object_definitions| [{ name: 'since', type: 'timestamp' }] },
                poll: lambda do |_connection, input, closure|
                  since = closure || input['since']
                  from = since.present? ? since.to_time.iso8601 : nil
                  { events: get('/leads', from: from), next_poll: now }
                end
              }
            }
          }
        `},{name:`a fallback`,source:g`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', optional: true }] },
                poll: lambda { |_c, input, closure| { events: get('/a', at: (closure || input['since'] || 1.hour.ago).to_time) } }
              }
            }
          }
        `},{name:`a required field`,source:g`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', optional: false }] },
                poll: lambda { |_c, input, closure| { events: get('/a', at: (closure || input['since']).to_time) } }
              }
            }
          }
        `}]},create:e=>{let t=[],n=new Map,r=new Map,i=({node:e,lambda:t})=>{n.set(`${t?.path}:${e.name}`,null)};return{node:[h(ot,({node:e,lambda:t})=>{let r=`${t?.path}:${e.name}`;n.set(r,n.has(r)?null:e.value)}),h(it,i),h(nt,i),h(x,({node:e,lambda:t,parent:r})=>{(r instanceof Ue||r instanceof Nt||r instanceof _t||r instanceof he||r instanceof y&&/\?$|^(?:presence|try|!)$/u.test(r.name))&&t?.key===`poll`&&n.set(`${t.path}:${e.name}`,null)}),h(y,e=>{let{node:n,lambda:i}=e;if(i?.key!==`poll`||i.owner!==`trigger`)return;let a=Ti(n,Si(i,1));a!==null&&r.set(`${i.path}:${a}`,(r.get(`${i.path}:${a}`)??0)+1),vi.has(n.name)&&!n.isSafeNavigation()&&n.receiver&&t.push(e)})],end(){for(let{node:e,lambda:n,parent:r}of t)n&&a(e,n,r)}};function a(t,i,a){let o=e.connector.triggers.get(i.ownerName),s=t.receiver&&xi(Ci(t.receiver));if(!o||!s)return;let c=s instanceof x&&!wi(s,i),l=c?n.get(`${i.path}:${s.name}`):s,u=l&&xi(Ci(l));if(!u)return;let d=bi(u,i,c?null:a,t),f=d&&Ti(xi(d),Si(i,1));if(!d||!f||!Ei(o,f)||(r.get(`${i.path}:${f}`)??0)>1)return;let{end:p}=w(d),ee=u instanceof _t?[{span:{start:p,end:p},text:` || 1.hour.ago`}]:[];e.report(`blank`,{span:w(d),path:i.path},[t.name,f],ee.length>0?{fix:{title:`Start an hour ago`,edits:ee}}:{})}}});function bi(e,t,n,r){return e instanceof _t?wi(Ci(e.left),t)?e.right:null:n instanceof _t&&n.right===r&&wi(Ci(n.left),t)?e:null}function xi(e){return e instanceof y&&e.name===`presence`&&e.receiver?e.receiver:e}function Si(e,t){return e.parameters.required[t]??null}function Ci(e){if(!(e instanceof vt)||!(e.body instanceof jt))return e;let[t,n]=e.body.body;return t&&!n?t:e}function wi(e,t){let n=Si(t,2);return n===null?!1:e instanceof x&&e.name===n||Ti(e,n)!==null}function Ti(e,t){if(!(e instanceof y)||!/^(?:\[\]|dig)$/u.test(e.name))return null;let n=e.receiver&&Ci(e.receiver),r=n instanceof _t&&n.right instanceof He?n.left:n;if(!(r instanceof x)||r.name!==t)return null;let[i,a]=E(e);return!a&&(i instanceof S||i instanceof C)?i.unescaped.value:null}function Ei(e,t){let n=e.inputFields.fields.filter(e=>e.name===t);return n.length>0&&n.every(e=>(e.flag(`optional`)===!0||e.closed&&!e.has(`optional`))&&e.closed&&!e.has(`default`))}const Di=m({id:`guidelines/sleep`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Waits by the platform's means, never with `sleep`.",why:`A sleeping job holds a worker and counts against the 180 seconds that an action has.`,remedy:"Use `reinvoke_after` in a multistep action to wait for a result, and leave rate limits to the recipe.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/multistep-actions.html`,`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{sleep:()=>"`sleep` holds the job while it waits.",tooLong:(e,t)=>`\`sleep\` waits ${e} seconds, where the platform stops the lambda after ${t}.`},examples:{bad:[{name:`a wait between two requests`,source:g`
          {
            actions: {
              export: {
                execute: lambda do |_connection, _input|
                  job = post('/exports').presence
                  sleep(10)
                  ^^^^^^^^^ sleep
                  get("/exports/#{job['id']}")
                end
              }
            }
          }
        `},{name:`waits that are never over`,source:g`
          {
            'connection' => {
              'authorization' => {
                'type' => 'custom_auth',
                'acquire' => ->(connection) {
                  Kernel.sleep(45)
                  ^^^^^^^^^^^^^^^^ tooLong
                  post('/token', key: connection['key']).slice('token')
                }
              }
            },
            'actions' => { 'export' => { 'execute' => lambda { |_connection, _input| sleep 300; get('/export') } } }
                                                                                     ^^^^^^^^^ tooLong
          }
        `}],good:[{name:`a multistep action`,source:g`
          { actions: { export: { execute: lambda { |_c, _i, _s, _o, _continue| reinvoke_after(seconds: 60, continue: {}) } } } }
        `}]},create:e=>{let t=({node:t,lambda:n})=>{let r={span:w(t),path:n?.path??null},[i]=E(t),a=n?Oi(n):null;i instanceof Ye&&a!==null&&i.value>=a?e.report(`tooLong`,r,[i.value,a],{severity:`error`}):e.report(`sleep`,r,[])};return{bareCall:{sleep:t},node:[h(y,e=>{let{name:n,receiver:r}=e.node;n===`sleep`&&r instanceof ke&&r.name===`Kernel`&&t(e)})]}}});function Oi({owner:e,key:t}){return e===`action`&&t===`execute`?180:e===`authorization`&&(t===`acquire`||t===`refresh`)?30:null}const ki=m({id:`guidelines/snake-case-names`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes names in snake_case.`,why:`Names in one style are easier to find, and the name of an operation is its title where there is no other.`,remedy:`Rename methods, pick lists and variables with all their uses; leave the names of released actions and triggers, which recipes hold on to.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{entry:(e,t)=>`The name of the ${e} \`${t}\` is not in snake_case.`,variable:e=>`The variable \`${e}\` is not in snake_case.`},examples:{bad:[{name:`an action in camel case`,source:g`
          { actions: { createLead: { execute: lambda { |_c, input| post('/leads', input) } } } }
                       ^^^^^^^^^^^ entry
        `},{name:`a variable in camel case that is written twice`,source:g`
          {
            methods: {
              total: lambda do |rows|
                rowCount = rows.size
                ^^^^^^^^ variable
                rowCount = 0 if rows.blank?
                rowCount
              end
            }
          }
        `}],good:[{name:`names in snake_case`,source:g`{ methods: { to_v2_id: lambda { |raw_id| next_id = raw_id; next_id } } }`},{name:`the API's own names of custom objects`,source:g`{ pick_lists: { invoice__c: lambda { |_connection| [] } } }`}]},create:e=>{let t=new Map,n=(t,n=`warning`)=>r=>{Ai(r.name)||e.report(`entry`,r,[t,r.name],{severity:n})};return{action:n(`action`),trigger:n(`trigger`),method:n(`method`),pickList:n(`pick list`),objectDefinition:n(`object definition`,`notice`),node:[h(ot,({node:e,lambda:n})=>{Ai(e.name)||t.has(e.name)||t.set(e.name,{span:T(e.nameLoc),path:n?.path??null})}),h(wt,({node:e,lambda:n})=>{Ai(e.name)||t.has(e.name)||t.set(e.name,{span:w(e),path:n?.path??null})})],end(){for(let[n,r]of t)e.report(`variable`,r,[n])}}}});function Ai(e){return!/[A-Z\s-]/u.test(e)}const ji=m({id:`guidelines/string-concatenation`,severity:`notice`,confidence:`low`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Puts texts together by interpolation.`,why:`Adding nothing, or a number, to a text fails.`,remedy:'Write `"text #{value}"`.',sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{added:e=>`A text is put together with \`+\`, ${e} in this lambda.`},examples:{bad:[{name:`a path and an identifier`,source:g`
          { methods: { path: lambda { |id| '/leads/' + id } } }
                                           ^^^^^^^^^^^^^^ added
        `,fixed:g`
          { methods: { path: lambda { |id| "/leads/#{id}" } } }
        `},{name:`several parts, with quotes in them`,source:g`
          {
            'triggers' => {
              'new_lead' => {
                'dedup' => ->(lead) do
                  '"' + lead['id'].to_s + "@#{lead['state']}:" + lead['updated_at']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added
                end
              }
            }
          }
        `,fixed:g`
          {
            'triggers' => {
              'new_lead' => {
                'dedup' => ->(lead) do
                  "\"#{lead['id'].to_s}@#{lead['state']}:#{lead['updated_at']}"
                end
              }
            }
          }
        `}],good:[{name:`an interpolation`,source:g`{ methods: { path: lambda { |id| "/leads/#{id}" } } }`},{name:`two literals`,source:g`{ methods: { text: lambda { 'one ' + 'two' } } }`}]},create:e=>{let t=new Map;return{node:[h(y,({node:e,lambda:n,parent:r})=>{if(!n||!Mi(e))return;let i=t.get(n.path)??{first:null,path:n.path,count:0,wholes:[]};t.set(n.path,i),Mi(r)||i.wholes.push(e);let[a]=E(e);e.receiver&&a&&Ni(e.receiver)!==Ni(a)&&(i.count++,i.first??=e)})],end(){for(let{first:n,path:r,count:i,wholes:a}of t.values()){if(!n)continue;let t=Pi(a,e.source),o={title:`Interpolate`,edits:t},s=i===1?`once`:`${i} times`;e.report(`added`,{span:w(n),path:r},[s],t.length>0?{fix:o}:{})}}}}});function Mi(e){return e instanceof y&&e.name===`+`&&e.receiver!==null&&E(e).length===1}function Ni(e){return e instanceof S||e instanceof b}function Pi(e,t){let n=[],r=-1;for(let i of e){let e=Fi(i);if(!e.some(Ni))continue;let a=w(i),o=e.map(e=>Ii(e,t));if(a.start<r||o.includes(null))return[];r=a.end,n.push({span:a,text:`"${o.join(``)}"`})}return n}function Fi(e){return Mi(e)?[...Fi(e.receiver),...E(e).flatMap(Fi)]:[e]}function Ii(e,t){let n=t.slice(w(e));return n.includes(`
`)||/^["']https?:/iu.test(n)?null:e instanceof S||e instanceof b?/^"[^]*"$/u.test(n)&&!/"\s*"/u.test(n.slice(1,-1).replaceAll(`\\"`,``))?n.slice(1,-1):!(e instanceof S)||!/^'[^\\]*'$/u.test(n)?null:n.slice(1,-1).replace(/"/gu,`\\"`).replace(/#(?=[{$@])/gu,`\\#`):`#{${n}}`}const Li={day:1,days:1,week:7,weeks:7,month:30,months:30,year:365,years:365},Ri=m({id:`guidelines/suspend-limits`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Waits at most 60 days for an action to be resumed.`,why:`The platform refuses to suspend a job for longer.`,remedy:"Set `expires_at` to a time within the next 60 days.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/wait-for-resume-actions.html`]},messages:{long:()=>`A job can be suspended for at most 60 days.`},examples:{bad:[{name:`ninety days`,source:g`
          { actions: { wait: { execute: lambda { |_c, _i| suspend(continue: {}, expires_at: 90.days.from_now) } } } }
                                                                                            ^^^^^^^^^^^^^^^^ long
        `}],good:[{name:`sixty days`,source:g`
          { actions: { wait: { execute: lambda { |_c, _i| suspend(continue: {}, expires_at: 60.days.from_now) } } } }
        `}]},create:e=>({bareCall:{suspend({node:t,lambda:n}){let[r]=E(t);if(r instanceof et)for(let t of r.elements)t instanceof v&&t.key instanceof C&&(t.key.unescaped.value!==`expires_at`||zi(t.value)<=60||e.report(`long`,{span:w(t.value),path:n?.path??null},[]))}}})});function zi(e){if(!(e instanceof y&&/^(?:from_now|since)$/u.test(e.name)))return 0;let t=e.receiver;return t instanceof y&&t.receiver instanceof Ye&&Object.hasOwn(Li,t.name)?t.receiver.value*Li[t.name]:0}const Bi=new Set([`post`,`put`,`patch`,`delete`]),Vi=m({id:`guidelines/test-request`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Proves the credentials with one light request in `test`.",why:`The test is all that tells users at once whether a connection works; a wrong key would show in the first job only.`,remedy:"Read something small that every user may read, such as `get('/me')`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/test.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{none:()=>"The `test` makes no request, so it passes with any credentials.",write:e=>`The \`test\` sends a \`${e}\`, which may change data each time a connection is tested.`},examples:{bad:[{name:`a test that always passes`,source:g`
          { test: lambda { |_connection| true } }
            ^^^^^ none
        `},{name:`a test that deletes`,source:g`
          { test: lambda { |_connection| delete('/cache') } }
            ^^^^^ write
        `}],good:[{name:`a read`,source:g`{ test: lambda { |_connection| get('/me') } }`},{name:`a query of a GraphQL API`,source:g`{ test: lambda { |_connection| post('/graphql', query: '{ me { id } }') } }`},{name:`a method that reads`,source:g`{ test: lambda { |_c| call('me') }, methods: { me: lambda { get('/me') } } }`}]},create:e=>({end(){let{connector:t}=e,n=t.root.get(`test`),r=t.lambdas.find(e=>e.owner===`root`&&e.key===`test`);if(!n||!r)return;let i=t.requests.filter(e=>e.lambda===r).map(e=>e.verb);if(t.methodCalls.filter(e=>e.lambda===r).length>0)return;if(i.length===0){let{authorization:i}=t.connection,a=i?.type,o=i?.has(`apply`)===!0||i?.has(`credentials`)===!0,s=!(a===`custom`?!o:/^(?:none|no_auth)$/u.test(a??`none`)),c=r.result();c.kind!==`boolean`&&c.kind!==`hash`&&c.kind!==`string`||!s&&t.connection.authorization||e.report(`none`,n,[]);return}let a=i.every(e=>Bi.has(e))?i.find(e=>e!==`post`):void 0;a&&e.report(`write`,n,[a])}})}),Hi={Date:/^today$/u,DateTime:/^(?:now|strptime)$/u,Time:/^(?:parse|local)$/u},Ui=m({id:`guidelines/time-zone`,severity:`notice`,confidence:`low`,since:`0.1.0`,docs:{summary:`Reads times with their zone.`,why:`Servers and users are in different zones, so that a time without one is another time for each of them.`,remedy:"Use `now`, `today` or `to_time`, and `in_time_zone` or `utc` with it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{format:e=>`The format \`${e}\` has no zone, and the time was not put into one before.`,local:e=>`The result of \`${e}\` depends on the zone of the server.`},examples:{bad:[{name:`the day of the server`,source:g`
          { methods: { day: lambda { Date.today } } }
                                     ^^^^^^^^^^ local
        `},{name:`a time without a zone`,source:g`
          {
            "actions" => {
              "create" => {
                "execute" => ->(_connection, input) do
                  post('/meetings', start: input['start'].to_time.strftime('%Y-%m-%d %H:%M:%S'))
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ format
                end
              }
            }
          }
        `}],good:[{name:`a day`,source:g`{ actions: { a: { execute: lambda { |_c, input| get(input['on'].to_time.strftime('/%F')) } } } }`},{name:`a time in UTC, and one with its zone`,source:g`
          {
            actions: {
              a: {
                execute: lambda do |_c, input|
                  get('/a', from: input['from'].to_time.utc.strftime('%F %T'), to: input['to'].strftime('%FT%T%:z'))
                end
              }
            }
          }
        `},{name:`the time in UTC`,source:g`{ methods: { at: lambda { Time.now.utc.iso8601 } } }`},{name:`a time read as UTC`,source:g`{ methods: { at: lambda { |v| Time.parse("#{v} UTC") } } }`}]},create:e=>({node:[h(y,({node:t,lambda:n,parent:r})=>{let{receiver:i,name:a}=t,o=a===`strftime`?E(t)[0]:null;if(n&&i&&o instanceof S){let a=o.unescaped.value,s=r instanceof y&&r.name===`+`;Wi(a)&&!s&&Gi(i,n)&&e.report(`format`,{span:w(t),path:n.path},[a]);return}if(!n||!(i instanceof ke)||!Object.hasOwn(Hi,i.name)||!Hi[i.name].test(a))return;let s=r instanceof y&&/^(?:utc|in_time_zone|new_offset|to_i)$/u.test(r.name),c=E(t).map(t=>e.source.slice(w(t)));s||c.some(e=>/UTC|%z|Z['"]$/u.test(e))||e.report(`local`,{span:w(t),path:n.path},[`${i.name}.${a}`])})]})});function Wi(e){return/%[-0^#]?[FDdejx]/u.test(e)&&/%[-0^#]?[HIklTRrXc]/u.test(e)&&!/%:*[zZs]|Z\W*$/u.test(e)}function Gi(e,t){let n=e;for(;n instanceof y&&/^(?:to_time|to_datetime)$/u.test(n.name);)n=n.receiver;if(!(n instanceof y))return!1;if(n.receiver===null)return n.name===`now`&&E(n).length===0;if(n.receiver instanceof ke)return n.receiver.name===`Time`&&n.name===`now`;let r=n.receiver instanceof x&&n.receiver.name===t.parameters.required[1];return n.name===`[]`&&r&&(t.key===`execute`||t.key===`poll`)}function Ki(){let e=new Set,t=[],n=!1;function r(t){switch(t.kind){case`string`:case`symbol`:e.add(t.text);break;case`template`:i(t.parts);break;case`choice`:for(let e of t.options)r(e);break;case`nil`:break;default:n=!0}}function i(e){if(e.every(e=>e===null||e===``)||t.length>=200){n=!0;return}let r=e.map(e=>e===null?`.*`:e.replace(/[\\^$.*+?()[\]{}|]/gu,String.raw`\$&`));t.push(RegExp(`^${r.join(``)}$`,`u`))}return{add:r,mayUse:r=>n||e.has(r)||t.some(e=>e.test(r))}}const qi=[`convert_input`,`convert_output`,`render_input`,`parse_output`],Ji=m({id:`guidelines/unused-method`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Uses every entry of `methods`.",why:`Code that nothing calls is reviewed and maintained for nothing.`,remedy:`Remove the method, or call it.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unused:e=>`Nothing calls the method \`${e}\`.`},examples:{bad:[{name:`a method that nothing calls`,source:g`
          {
            test: lambda { |_connection| call(:ping) },
            methods: {
              ping: lambda { get('/ping') },
              pong: lambda { get('/pong') }
              ^^^^^ unused
            }
          }
        `}],good:[{name:`a method called by a name that is put together`,source:g`
          {
            test: lambda { |connection| call("ping_#{connection['region']}") },
            methods: { ping_eu: lambda { get('/ping') } }
          }
        `},{name:`a method that converts a field`,source:g`
          {
            actions: { add: { input_fields: lambda { [{ name: 'sum', convert_input: 'to_cents' }] } } },
            methods: { to_cents: lambda { |value| value.to_i * 100 } }
          }
        `}]},create:e=>{let t=Ki(),n=e=>{e&&t.add(e)};return{methodCall:e=>t.add(e.name),field(e){for(let t of qi){let r=e.get(t)?.value;r&&r.kind!==`lambda`&&n(r)}},end(){let{methods:n}=e.connector;if(!n.closed)return;let r=qi.some(t=>e.connector.facts.keyCounts.has(t));for(let i of n.entries)t.mayUse(i.name)||r&&(e.connector.facts.textCounts.get(i.name)??0)>0||e.report(`unused`,i,[i.name])}}}}),Yi=new Set([`[]`,`dig`,`fetch`,`values_at`,`slice`]),Xi=m({id:`guidelines/unused-object-definition`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses every object definition.`,why:`A schema that no operation shows is reviewed and maintained for nothing, and soon is out of date.`,remedy:`Remove the definition, or use it in the fields of an operation.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unused:e=>`Nothing uses the object definition \`${e}\`.`},examples:{bad:[{name:`a definition that nothing reads`,source:g`
          {
            actions: { find: { output_fields: lambda { |object_definitions| object_definitions['lead'] } } },
            object_definitions: {
              lead: { fields: lambda { |_connection| [{ name: 'id' }] } },
              lead_v1: { fields: lambda { |_connection| [{ name: 'id' }] } }
              ^^^^^^^^ unused
            }
          }
        `}],good:[{name:`a definition chosen by the user`,source:g`
          {
            actions: { find: { output_fields: lambda { |definitions, _c, config| definitions[config['object']] } } },
            object_definitions: { lead: { fields: lambda { |_connection| [{ name: 'id' }] } } }
          }
        `}]},create:e=>{let t=Ki();return{node:[h(y,({node:n})=>{if(n.receiver instanceof x&&Yi.has(n.name))for(let r of E(n)){if(r instanceof At)continue;let i=e.connector.evaluate(r);(i.kind===`string`||i.kind===`symbol`||/def|schema|^od$/iu.test(n.receiver.name))&&t.add(i)}})],end(){let{objectDefinitions:n,facts:r}=e.connector;if(n.closed)for(let i of n.entries){let{name:n}=i;t.mayUse(n)||(r.textCounts.get(n)??0)>0||e.report(`unused`,i,[n])}}}}}),Zi=m({id:`guidelines/unused-pick-list`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses every pick list.`,why:`A list that no field shows is reviewed and maintained for nothing.`,remedy:"Remove the pick list, or name it in the `pick_list` of a field.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unused:e=>`No field uses the pick list \`${e}\`.`},examples:{bad:[{name:`a list that no field names`,source:g`
          {
            actions: { add: { input_fields: lambda { [{ name: 'size', control_type: 'select', pick_list: 'sizes' }] } } },
            pick_lists: {
              sizes: lambda { [%w[Small s], %w[Large l]] },
              colours: lambda { [%w[Red r], %w[Blue b]] }
              ^^^^^^^^ unused
            }
          }
        `}],good:[{name:`a list named by a template`,source:g`
          {
            actions: { add: { input_fields: lambda { |_, _, config| [{ name: 's', pick_list: "#{config['o']}_states" }] } } },
            pick_lists: { lead_states: lambda { [%w[Open open]] } }
          }
        `},{name:`a list named by a variable`,source:g`
          {
            actions: { add: { input_fields: lambda { |_, _, config| [{ name: 's', pick_list: config['list'] }] } } },
            pick_lists: { lead_states: lambda { [%w[Open open]] } }
          }
        `}]},create:e=>({end(){let{pickLists:t,facts:n}=e.connector;if(t.closed&&!n.pickListValues.some(Qi)&&!n.textCounts.has(`pick_list`))for(let r of t.entries)(n.textCounts.get(r.name)??0)===0&&e.report(`unused`,r,[r.name])}})});function Qi(e){return!$i.some(t=>e instanceof t)}const $i=[S,C,_e,ft],ea=m({id:`guidelines/unused-variable`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Reads every local variable that it sets.`,why:`A value that nobody reads is left over, and a request kept in it may never be sent.`,remedy:"Remove the variable, or begin its name with `_` where it explains something.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unused:e=>`Nothing reads the variable \`${e}\`.`},examples:{bad:[{name:`a variable that is only set`,source:g`
          {
            methods: {
              rows: lambda do |response|
                total = response['total']
                ^^^^^ unused
                response['rows']
              end
            }
          }
        `}],good:[{name:`a variable read in a block`,source:g`{ methods: { m: lambda { |rows| key = 'id'; rows.map { |r| r[key] } } } }`},{name:`a name that says it`,source:g`{ methods: { m: lambda { |rows| _total = rows.size; rows } } }`}]},create:e=>{let t=new Map,n=[],r=!1,i=({node:e,scope:n})=>{let r=ta(n,e.depth);if(!r)return;let i=t.get(r);i?i.add(e.name):t.set(r,new Set([e.name]))};return{bareCall:{binding:()=>{r=!0}},node:[h(x,i),h(it,i),h(nt,e=>i(e)),h(rt,e=>i(e)),h(ot,e=>{e.node.name.startsWith(`_`)||n.push(e)})],end(){if(r)return;let i=new Map;for(let{node:r,scope:a,lambda:o,usage:s}of n){let n=ta(a,r.depth);if(!n||s!==`void`||t.get(n)?.has(r.name))continue;let c=i.get(n)??new Set;i.set(n,c),c.has(r.name)||(c.add(r.name),e.report(`unused`,{span:T(r.nameLoc),path:o?.path??null},[r.name]))}}}}});function ta(e,t){let n=e;for(let e=0;e<t&&n;e++)n=n.parent;return n}function na(e,t){let n=null,r=Math.max(2,Math.floor(e.length/3))+1;for(let i of t){let t=ia(ra(e),ra(i));t<r&&([n,r]=[i,t])}return n}function ra(e){return e.slice(0,100).toLowerCase().replaceAll(`-`,`_`)}function ia(e,t){let n=Array.from({length:t.length+1},(e,t)=>t);for(let r=1;r<=e.length;r++){let i=[r];for(let a=1;a<=t.length;a++){let o=e[r-1]===t[a-1]?0:1;i.push(Math.min(n[a]+1,i[a-1]+1,n[a-1]+o))}n=i}return n[t.length]}function aa(e,t){let n=na(e,t);return n!==null&&oa(e,n)?n:null}function oa(e,t){return e.toLowerCase()===t.toLowerCase()||sa(e)===sa(t)||ia(e,t)<=(Math.min(e.length,t.length)<6?1:2)}function sa(e){return e.split(``).sort().join(``)}const ca=[Ht,ln,fn,gn,On,Fn,Yn,$n,er,gr,vr,Er,Ar,Ir,Rr,Br,Ur,Xr,ni,si,ci,li,di,hi,yi,Di,ki,ji,Ri,Vi,Ui,Ji,Xi,Zi,ea,m({id:`guidelines/waiver`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Sets rules aside only where needed, and says why.`,why:`A waiver that has no reason, no effect or no known rule hides from reviewers what it was meant to explain.`,remedy:"Write `# connector-gate:disable-next-line <rule> -- <reason>` above the line, or remove the comment where it is not needed.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unknownRule:(e,t)=>`The waiver names no known rule with \`${e}\`${t}.`,noReason:e=>`The waiver of \`${e}\` states no reason, so it does not count.`,unused:e=>`The waiver of \`${e}\` sets nothing aside.`,expired:(e,t)=>`The waiver of \`${e}\` ended on ${t}.`,malformed:()=>`The comment looks like a waiver, but does not name what to disable and a rule.`},examples:{bad:[{name:`an unknown rule`,source:g`
          # connector-gate:disable-next-line guidelines/waver -- no time
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknownRule
          { title: 'Acme' }
        `},{name:`a waiver without a reason`,source:g`
          { title: 'Acme' } # connector-gate:disable-line guidelines/waiver
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noReason
        `},{name:`a waiver without a finding`,source:g`
          # connector-gate:disable-next-line guidelines/waiver -- left over
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused
          { title: 'Acme' }
        `},{name:`a waiver that is over`,source:g`
          { title: 'Acme' }
        `,files:{},waivers:[{rule:`guidelines/waiver`,reason:`Until the new API is out.`,until:`2020-01-31`}],reports:[`expired`]},{name:`a waiver of nothing in particular`,source:g`
          # connector-gate:disable
          ^^^^^^^^^^^^^^^^^^^^^^^^ malformed
          { title: 'Acme' }
        `}],good:[{name:`other comments`,source:g`{ title: 'Acme' } # checked by connector-gate`}]},create:e=>({waivers({waivers:t,problems:n,knownRules:r}){for(let{span:t}of n)e.report(`malformed`,{span:t,path:null},[]);for(let n of t){let t=n.span&&{span:n.span,path:null},i={file:n.file};switch(n.state){case`unknown-rule`:{let a=na(n.ruleId,r),o=a?`; the nearest is \`${a}\``:``;e.report(`unknownRule`,t,[n.ruleId,o],i);break}case`no-reason`:e.report(`noReason`,t,[n.ruleId],i);break;case`unused`:e.report(`unused`,t,[n.ruleId],{...i,severity:`notice`});break;case`expired`:e.report(`expired`,t,[n.ruleId,n.until??``],i)}}}})}),m({id:`guidelines/workspace-dependency`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Depends on nothing of the author's workspace.`,why:`Account properties, lookup tables and workspace schemas are empty in everybody else's workspace.`,remedy:`Ask for the value in a connection field or an input field.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/quickstart/sharing.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/ruby_methods.html`]},messages:{workspace:e=>`\`${e}\` reads from the workspace that the connector runs in.`},examples:{bad:[{name:`an account property`,source:g`
          { test: lambda { |_connection| get('/me', key: account_property('acme_key')) } }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workspace
        `}],good:[{name:`a connection field`,source:g`{ test: lambda { |connection| get('/me', key: connection['key']) } }`},{name:`a method of that name on something`,source:g`{ test: lambda { |c| c.lookup('key') } }`}]},create:e=>{let t=t=>{t.node.isVariableCall()||e.report(`workspace`,{span:w(t.node),path:t.lambda?.path??null},[t.node.name])};return{bareCall:{account_property:t,lookup:t,lookup_table:t,workato_schema:t}}}})];function U(e={}){return Object.entries({...la,...e}).map(([e,t])=>`${e}: ${t}\n`).join(``)}const la={slug:`shop`,name:`Shop`,publisher:`acme`,summary:`Keeps the orders of a shop in step.`,description:`Create and find the orders of your shop, and start a recipe when one is paid. You need a key of an administrator to connect.`,categories:`[eCommerce]`,support:`{ email: help@shop.example }`},W=`{
  title: 'Shop',
  connection: {},
  actions: { create_order: { title: 'Create order' } },
  triggers: { new_order: { title: 'New order' } }
}
`;let ua;const da=()=>ua??=(0,e.createRequire)(require("url").pathToFileURL(__filename).href)(`./yaml.cjs`),fa=`listing.yml`,pa=(...e)=>da().parseManifest(...e),ma=new WeakMap;function ha(e){let t=e.files?.get(fa)?.bytes;if(!t)return null;let n=ma.get(t)??pa(t);return ma.set(t,n),n}function G(e){let t=ha(e);if(!t?.ok)return null;let{manifest:n,file:r}=t;return{manifest:n,options:{file:ga(e,fa)},at:(...e)=>_a(r.spanOf(e)),atKey:(...e)=>_a(r.spanOfKey(e))}}function ga(e,t){return e.path===`.`?t:`${e.path}/${t}`}function _a(e){return{span:e,path:null}}function va(e,t){for(let[n,{bytes:r}]of e)if(t.test(n))return{name:n,text:r&&new TextDecoder().decode(r)};return null}const ya=`https://docs.workato.com/en/developing-connectors/sdk/quickstart/sharing.html`,ba=`https://docs.workato.com/en/developing-connectors/sdk/guides/advanced-connector-guide/connector-planning.html`,xa=`https://docs.workato.com/en/developing-connectors/community/certification.html`,Sa=`https://docs.workato.com/en/developing-connectors/sdk/cli/reference/cli-project-directory-reference.html`,Ca=m({id:`listing/app-name`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has the same name in the catalogue as in the recipe editor.`,why:`People look for the application by its name, in the catalogue as in the editor; two spellings look like two connectors.`,remedy:"Spell `name` in `listing.yml` and `title` in the connector as the application spells its own name.",sources:[ya]},messages:{differs:(e,t)=>`The manifest calls the application \`${e}\`, and the connector calls it \`${t}\`.`},examples:{bad:[{name:`another case`,source:W,files:{"listing.yml":U({name:`SHOP`})},reports:[`differs`]},{name:`a slogan in the title`,source:`{ 'title' => 'Shop - sell more!', 'connection' => {}, 'actions' => {} }
`,files:{"listing.yml":U()},reports:[`differs`]}],good:[{name:`the same name`,source:W,files:{"listing.yml":U()}},{name:`a title that is worked out`,source:`{ title: name_of(x), connection: {} }
`,files:{"listing.yml":U()}}]},create:e=>({project(){let{project:t}=e,n=G(t),r=e.connector.title?.value;n&&r?.kind===`string`&&r.text.trim()!==n.manifest.name&&e.report(`differs`,n.at(`name`),[n.manifest.name,r.text],n.options)}})}),wa=m({id:`listing/categories`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Is in categories that the catalogue has.`,why:`The catalogue is browsed by category; nobody finds a connector in one that it does not have.`,remedy:`Choose from the categories of the programme's policy.`,sources:[ya]},options:{categories:{kind:`strings`,default:`Accounting.Analytics.Artificial intelligence.Collaboration.Communication.Content management.CRM.Customer support.Data management.Databases.Developer tools.eCommerce.ERP.Events.Finance.Forms and surveys.HR.Identity management.Industry.IT service management.Legal.Logistics.Marketing.Payments.Productivity.Project management.Sales.Security.Storage.Utilities`.split(`.`),summary:`The categories of the catalogue.`}},messages:{unknown:(e,t)=>`The catalogue has no category \`${e}\`${t}.`},examples:{bad:[{name:`a category of the author's own`,source:W,files:{"listing.yml":U({categories:`[Shops]`})},reports:[`unknown`]},{name:`one of two that is spelled in another way`,source:W,files:{"listing.yml":U({categories:`[eCommerce, E-Mail]`})},reports:[`unknown`]}],good:[{name:`two categories of the catalogue`,source:W,files:{"listing.yml":U({categories:`[eCommerce, Customer support]`})}}]},create:e=>({project(){let{project:t}=e,n=G(t);for(let[t,r]of n?.manifest.categories.entries()??[]){if(e.options.categories.includes(r))continue;let i=na(r,e.options.categories),a=i===null?``:`; perhaps \`${i}\` is meant`;e.report(`unknown`,n.at(`categories`,t),[r,a],n.options)}}})}),Ta=`{ connection: {}, actions: { ${Array.from({length:13},(e,t)=>`a${t}: {}`).join(`, `)} } }\n`,Ea=m({id:`listing/small-first`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Starts with few operations.`,why:`A first version of few, critical operations is reviewed sooner and tested better; operations can be added later, but not taken away.`,remedy:`Keep the operations of the most important use cases, and bring the others in later versions.`,sources:[ba]},options:{maximum:{kind:`integer`,default:12,minimum:1,summary:`The most operations of a first version.`}},messages:{many:(e,t)=>`A first version with ${e} actions and triggers is more than the ${t} that review well.`},examples:{bad:[{name:`a first version with 13 actions`,source:Ta,files:{"listing.yml":U(),"CHANGELOG.md":`# Changelog

## 1.0.0

- First.
`},reports:[`many`]}],good:[{name:`a second version with 13 actions`,source:Ta,files:{"listing.yml":U(),"CHANGELOG.md":`## 1.1.0

- More.

## 1.0.0

- First.
`}},{name:`a connector of which no version is known`,source:Ta,files:{"listing.yml":U()}}]},create:e=>({project(t){let{project:n}=e,r=G(n),i=va(t,/^changelog(\.\w+)?$/i)?.text;if(!r||i==null)return;let{operations:a}=e.connector,{maximum:o}=e.options,s=a.filter(({deprecated:e})=>!e).length;s>o&&Da(i).length===1&&e.report(`many`,r.at(),[s,o],r.options)}})});function Da(e){return[...e.matchAll(/^#{1,4}[ \t]+\[?v?(\d+\.\d+\.\d+[\w.+-]*)|^v?(\d+\.\d+\.\d+[\w.+-]*)[^\n]*\n[=-]{3,}/gm)].map(([,e,t])=>e??t??``)}const Oa=m({id:`listing/changelog`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a changelog with an entry for each version.`,why:`People who use the connector and people who review it look there for what a new version changes.`,remedy:"Add a `CHANGELOG.md` with a heading such as `## 1.0.0` for each version, and the changes below it.",sources:[ya]},messages:{missing:e=>`The project has no \`${e}\`.`,empty:e=>`The changelog \`${e}\` has no heading with a version.`},examples:{bad:[{name:`no changelog`,source:W,files:{"listing.yml":U()},reports:[`missing`]},{name:`a changelog without versions`,source:W,files:{"listing.yml":U(),"CHANGELOG.md":`# Changelog
`},reports:[`empty`]}],good:[{name:`a changelog with a version`,source:W,files:{"listing.yml":U(),"CHANGELOG.md":`# Changelog

## [1.0.0] - 2026-01-05

- First.
`}},{name:`a changelog with underlined headings`,source:W,files:{"listing.yml":U(),"CHANGELOG.md":`1.0.0
-----

- First.
`}}]},create:e=>({project(t){let{project:n}=e,r=G(n);if(!r)return;let{changelog:i}=r.manifest,a=va(t,RegExp(`^${i.replace(`.`,String.raw`\.`)}$`,`i`));a?a.text!==null&&Da(a.text).length===0&&e.report(`empty`,null,[i],{file:ga(n,a.name)}):e.report(`missing`,r.at(`changelog`),[i],r.options)}})});let ka;const Aa=()=>ka??=(0,e.createRequire)(require("url").pathToFileURL(__filename).href)(`./yaml.cjs`),ja=(...e)=>Aa().descriptionFile(...e),Ma=m({id:`listing/description`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Says in the catalogue what it is for, what it needs and what it can do.`,why:`People decide by this text whether to install the connector, without a look at the code.`,remedy:`Write what it is for, what users need to connect, and what it can do.`,sources:[ya]},options:{minimum:{kind:`integer`,default:100,summary:`The fewest characters of a description.`},maximum:{kind:`integer`,default:5e3,summary:`The most characters of a description.`}},messages:{missing:e=>`The description's file \`${e}\` is not in the project.`,short:(e,t)=>`The description has ${e} characters; at least ${t} tell enough.`,long:(e,t)=>`The description has ${e} characters; the catalogue takes ${t}.`,summary:()=>`The summary only repeats the name.`},examples:{bad:[{name:`a file that is not there`,source:W,files:{"listing.yml":U({description:`README.md`})},reports:[`missing`]},{name:`a few words`,source:W,files:{"listing.yml":U({description:`Orders.`})},reports:[`short`]},{name:`a book`,source:W,files:{"listing.yml":U({description:`README.md`}),"README.md":`word `.repeat(1200)},reports:[`long`]},{name:`a summary that is the name`,source:W,files:{"listing.yml":U({summary:`Shop connector.`})},reports:[`summary`]}],good:[{name:`a description of two sentences`,source:W,files:{"listing.yml":U()}},{name:`a description in the README`,source:W,files:{"listing.yml":U({description:`README.md`}),"README.md":`# Shop

`+`word `.repeat(50)}}]},create:e=>({project(t){let{project:n}=e,r=G(n);if(!r)return;let{manifest:i,options:a}=r;i.summary.toLowerCase().replace(/\b(the|connector|integration|for|workato)\b|[^\p{L}\p{N} ]/gu,``).trim()===i.name.toLowerCase()&&e.report(`summary`,r.at(`summary`),[],a);let o=ja(i.description),s=o===null?null:t.get(o);if(o!==null&&!s){e.report(`missing`,r.at(`description`),[o],{...a,severity:`error`});return}if(s&&!s.bytes)return;let c=(s?.bytes?new TextDecoder().decode(s.bytes):i.description).trim().length,{minimum:l,maximum:u}=e.options;c<l&&e.report(`short`,r.at(`description`),[c,l],a),c>u&&e.report(`long`,r.at(`description`),[c,u],a)}})}),Na=m({id:`listing/licence`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a licence.`,why:`Without one, nobody else may use the code that the project shows.`,remedy:"Add a `LICENSE` file; a private project says there that all rights are reserved.",sources:[Sa]},messages:{missing:()=>"The project has no `LICENSE` file."},examples:{bad:[{name:`no licence`,source:W,files:{"listing.yml":U()},reports:[`missing`]}],good:[{name:`a licence file`,source:W,files:{"listing.yml":U(),"LICENSE.md":`MIT
`}},{name:`a project below the root`,source:`{ connection: {} }
`,files:{}}]},create:e=>({project(t){let{project:n}=e;n.path===`.`&&G(n)&&([...t.keys()].some(e=>/^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(e))||e.report(`missing`,null,[],{file:`listing.yml`}))}})});function Pa(e,t){return t===`png`?Ia(e):Ra(e)}const Fa=[137,80,78,71,13,10,26,10];function Ia(e){if(e.length<33||!Fa.every((t,n)=>e[n]===t))return null;let t=new DataView(e.buffer,e.byteOffset,e.byteLength);return new TextDecoder(`latin1`).decode(e.subarray(12,16))===`IHDR`?{kind:`png`,width:t.getUint32(16),height:t.getUint32(20),active:[]}:null}const La=[[`a script`,/<(?:\w+:)?script\b/i],[`an event handler`,/\son[a-z]+\s*=/i],["a `javascript:` address",/(?:href|src)\s*=\s*["']?\s*javascript:/i],[`embedded HTML`,/<(?:\w+:)?foreignObject\b/i],[`an entity declaration`,/<!(?:ENTITY|DOCTYPE[^>]*\[)/i],[`a reference to something outside`,/(?:href|src)\s*=\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\/|@import/i]];function Ra(e){let t=new TextDecoder().decode(e),n=/<svg\b([^>]*)>/i.exec(t)?.[1];if(n===void 0)return null;let[,,r,i]=(za(n,`viewBox`)??``).trim().split(/[\s,]+/).map(Number),a=Ba(za(n,`width`))??Va(r),o=Ba(za(n,`height`))??Va(i),s=t.replace(/\sxmlns(?::\w+)?\s*=\s*(?:"[^"]*"|'[^']*')/gi,``);return{kind:`svg`,width:a,height:o,active:La.filter(([,e])=>e.test(s)).map(([e])=>e)}}function za(e,t){let n=RegExp(`(?:^|\\s)${t}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`,`i`).exec(e);return n?n[1]??n[2]??null:null}function Ba(e){return e!==null&&/^\s*\d+(?:\.\d+)?(?:px)?\s*$/.test(e)?Number.parseFloat(e):null}function Va(e){return e!==void 0&&Number.isFinite(e)&&e>0?e:null}const Ha=(e,t=`<path d='M0 0h9v9z'/>`)=>`<svg xmlns="http://www.w3.org/2000/svg" ${e}>${t}</svg>\n`,Ua=U({logo:`logo.svg`}),Wa=m({id:`listing/logo`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a square logo as PNG or SVG.`,why:`The catalogue and the recipe editor show the logo in a square; another shape is cut or squeezed, and a script in it would run for everybody who looks.`,remedy:"Add the application's logo as a square `logo.png` of 100 to 2,048 pixels, or as a plain square `logo.svg`.",sources:[Sa]},messages:{missing:e=>`The project has no \`${e}\`.`,unreadable:e=>`The logo is not ${e}.`,notSquare:(e,t)=>`The logo is ${e} by ${t}; it is shown in a square.`,size:e=>`The logo is ${e} pixels wide; it needs 100 to 2048.`,active:e=>`The logo has ${e}, which an image does not need.`},examples:{bad:[{name:`no logo`,source:W,files:{"listing.yml":Ua},reports:[`missing`]},{name:`text that is called an image`,source:W,files:{"listing.yml":U(),"logo.png":`hello`},reports:[`unreadable`]},{name:`a wide drawing`,source:W,files:{"listing.yml":Ua,"logo.svg":Ha(`viewBox="0 0 200 100"`)},reports:[`notSquare`]},{name:`a drawing with a script`,source:W,files:{"listing.yml":Ua,"logo.svg":Ha(`viewBox="0 0 9 9"`,`<script>alert(1)<\/script>`)},reports:[`active`]},{name:`a drawing that loads another image`,source:W,files:{"listing.yml":Ua,"logo.svg":Ha(`width="100" height="100"`,`<image href="https://evil.example/x.png"/>`)},reports:[`active`]}],good:[{name:`a square drawing`,source:W,files:{"listing.yml":Ua,"logo.svg":Ha(`viewBox="0 0 24 24"`)}}]},create:e=>({project(t){let{project:n}=e,r=G(n);if(!r)return;let i=r.manifest.logo,a=t.get(i);if(!a){e.report(`missing`,r.at(`logo`),[i],r.options);return}if(!a.bytes)return;let o={file:ga(n,i)},s=Pa(a.bytes,i.endsWith(`.svg`)?`svg`:`png`);if(!s)e.report(`unreadable`,null,[i.endsWith(`.svg`)?`an SVG`:`a PNG`],o);else{for(let t of s.active)e.report(`active`,null,[t],o);s.width!==null&&s.height!==null&&(Math.abs(s.width-s.height)>.01*s.width&&e.report(`notSquare`,null,[s.width,s.height],o),s.kind===`png`&&(s.width<100||s.width>2048)&&e.report(`size`,null,[s.width],o))}}})}),Ga=m({id:`listing/manifest`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has a valid `listing.yml`.",why:"The catalogue shows what `listing.yml` says, and a submission is made from it.",remedy:"Correct the line; `connector-gate init` writes a first file, and editors check it by its schema.",sources:[ya]},options:{required:{kind:`boolean`,default:!1,summary:`Whether a project without the file is reported.`}},messages:{invalid:e=>`In the manifest, ${e}.`,missing:()=>"The project has no `listing.yml` that can be read."},examples:{bad:[{name:`an unknown key`,source:W,files:{"listing.yml":U({sumary:`Orders`})},reports:[`invalid`]},{name:`text that is no YAML`,source:W,files:{"listing.yml":`a: [`},reports:[`invalid`]}],good:[{name:`a small manifest`,source:W,files:{"listing.yml":U()}},{name:`a project that is not for listing`,source:W,files:{}}]},create:e=>({project(t){let{project:n}=e,r={file:ga(n,fa)},i=ha(n);if(!i&&(e.options.required||t.has(`listing.yml`))&&e.report(`missing`,null,[],r),i&&!i.ok)for(let{message:t,span:n}of i.problems)e.report(`invalid`,_a(n),[t.replace(/[.?]$/,``)],r)}})}),Ka=`[{ title: Orders, description: Orders are made., actions: [create_order] }]`,qa=`{ name: A, url: https://app.workato.com/recipes/1, use_case: Orders }`,Ja=m({id:`listing/recipes`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names recipes that exercise the use cases.`,why:`A recipe that ran is the evidence that a use case works as a whole.`,remedy:"Add the recipes under `testing.recipes`, each with its link and the title of its use case.",sources:[xa]},options:{minimum:{kind:`integer`,default:1,summary:`The fewest recipes.`}},messages:{few:(e,t)=>`The manifest names ${e} recipes of at least ${t}.`,unknown:(e,t,n)=>`The recipe \`${e}\` exercises \`${t}\`, which is no use case of the manifest${n}.`,uncovered:e=>`No recipe exercises the use case \`${e}\`.`},examples:{bad:[{name:`no recipes`,source:W,files:{"listing.yml":U({use_cases:Ka})},reports:[`few`]},{name:`a recipe for another use case`,source:W,files:{"listing.yml":U({use_cases:Ka,testing:`{ recipes: [${qa.replace(`Orders`,`Order`)}] }`})},reports:[`unknown`,`uncovered`]}],good:[{name:`a recipe for each use case`,source:W,files:{"listing.yml":U({use_cases:Ka,testing:`{ recipes: [${qa}] }`})}}]},create:e=>({project(){let{project:t}=e,n=G(t);if(!n)return;let{manifest:r,options:i}=n,a=r.testing?.recipes??[],o=(r.use_cases??[]).map(({title:e})=>e);a.length<e.options.minimum&&e.report(`few`,n.atKey(`testing`,`recipes`),[a.length,e.options.minimum],i);for(let[t,{name:r,use_case:s}]of a.entries()){if(o.includes(s))continue;let a=na(s,o),c=a===null?``:`; perhaps \`${a}\` is meant`;e.report(`unknown`,n.at(`testing`,`recipes`,t,`use_case`),[r,s,c],i)}for(let[t,r]of o.entries()){if(a.length===0||a.some(({use_case:e})=>e===r))continue;let o=n.at(`use_cases`,t,`title`);e.report(`uncovered`,o,[r],{...i,severity:`warning`})}}})}),Ya=m({id:`listing/share-link`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a private share link for the reviewers.`,why:`Reviewers install the very version under review from the link, and try it.`,remedy:"Share the connector by a private link, and add it as `testing.share_link`.",sources:[ya]},messages:{missing:()=>"The manifest has no `testing.share_link`."},examples:{bad:[{name:`no link`,source:W,files:{"listing.yml":U()},reports:[`missing`]}],good:[{name:`a link`,source:W,files:{"listing.yml":U({testing:`{ share_link: https://app.workato.com/custom_adapters/1 }`})}}]},create:e=>({project(){let{project:t}=e,n=G(t);n&&n.manifest.testing?.share_link===void 0&&e.report(`missing`,n.atKey(`testing`),[],n.options)}})}),Xa=m({id:`listing/support-contact`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names in the README where users get help.`,why:`A connector without a support contact is not listed: its users would have nobody to ask.`,remedy:"Add the support email, documentation or help centre of `listing.yml` to the README.",sources:[ya]},messages:{noReadme:()=>`The project has no README that names a support contact.`,missing:()=>`The README names no support contact.`},examples:{bad:[{name:`no README`,source:W,files:{"listing.yml":U()},reports:[`noReadme`]},{name:`a README without a contact`,source:W,files:{"listing.yml":U(),"README.md":`# Shop

Connects shops.
`},reports:[`missing`]}],good:[{name:`the contact of the manifest`,source:W,files:{"listing.yml":U(),"README.md":`# Shop

Write to help@shop.example.
`}},{name:`another way to get help`,source:W,files:{"listing.yml":U(),"README.md":`# Shop

## Support

https://shop.example/help
`}}]},create:e=>({project(t){let{project:n}=e,r=G(n);if(!r)return;let i=va(t,/^readme(\.\w+)?$/i);i?i.text!==null&&!Za(i.text,Object.values(r.manifest.support))&&e.report(`missing`,null,[],{file:ga(n,i.name)}):e.report(`noReadme`,r.atKey(`support`),[],r.options)}})});function Za(e,t){let n=e.toLowerCase();return t.some(e=>e!==void 0&&n.includes(e.toLowerCase()))||/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.test(n)?!0:/\b(?:support|help|contact|issues)\b/.test(n)&&/https:\/\/\S+/.test(n)}const Qa=`{ company: Example Ltd, relation: beta user, recipes: 2, jobs: 40 }`,$a=m({id:`listing/testers`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Was tested by others than its author.`,why:`Whoever wrote the connector knows what to enter; others find what is not clear.`,remedy:"Let others build recipes with it, and add them under `testing.testers` with how many recipes and jobs they ran.",sources:[xa]},options:{minimum:{kind:`integer`,default:1,summary:`The fewest testers who ran something.`}},messages:{few:(e,t)=>`The manifest names ${e} testers who ran jobs, of at least ${t}.`},examples:{bad:[{name:`no testers`,source:W,files:{"listing.yml":U()},reports:[`few`]},{name:`a tester who ran nothing`,source:W,files:{"listing.yml":U({testing:`{ testers: [${Qa.replace(`40`,`0`)}] }`})},reports:[`few`]}],good:[{name:`a beta user`,source:W,files:{"listing.yml":U({testing:`{ testers: [${Qa}] }`})}}]},create:e=>({project(){let{project:t}=e,n=G(t);if(!n)return;let r=(n.manifest.testing?.testers??[]).filter(({jobs:e,recipes:t})=>e>0&&t>0),{minimum:i}=e.options;r.length>=i||e.report(`few`,n.atKey(`testing`,`testers`),[r.length,i],n.options)}})}),eo=m({id:`listing/tests`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Has tests that name every action and trigger.`,why:`Reviewers see from the tests what was tried, and later versions are less likely to break recipes.`,remedy:"Add a spec for the operation under `spec/`; the SDK's `workato generate test` writes a first one.",sources:[Sa]},messages:{none:()=>"The project has no tests under `spec/`.",untested:(e,t)=>`No test under \`spec/\` names the ${e} \`${t}\`.`},examples:{bad:[{name:`no tests`,source:W,files:{"listing.yml":U()},reports:[`none`]},{name:`a trigger without a test`,source:g`
          {
            connection: {},
            actions: { create_order: { title: 'Create order' } },
            triggers: { new_order: { title: 'New order' } }
                        ^^^^^^^^^^ untested
          }
        `,files:{"listing.yml":U(),"spec/shop_spec.rb":`connector.actions.create_order.execute
`}}],good:[{name:`a test for each`,source:W,files:{"listing.yml":U(),"spec/actions/create_order_spec.rb":`RSpec.describe 'actions/create_order'
`,"spec/triggers_spec.rb":`connector.triggers.new_order.poll
`}}]},create:e=>({project(t){let{project:n}=e,r=G(n);if(!r)return;let i=[...t].filter(([e])=>/^spec\/.*\.rb$/.test(e));if(i.length===0){e.report(`none`,null,[],r.options);return}if(i.some(([,{bytes:e}])=>e===null))return;let a=new TextDecoder,o=new Set(i.flatMap(([e,{bytes:t}])=>`${e} ${a.decode(t??void 0)}`.match(/\w+/g)??[]));for(let t of e.connector.operations){let{name:n,kind:r,deprecated:i}=t;i||o.has(n)||o.has(`${n}_spec`)||e.report(`untested`,t,[r,n])}}})}),to=`[{ title: Orders, description: New orders are copied., actions: [create_order], triggers: [new_order] }]`,no=m({id:`listing/use-cases`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a use case for every action and trigger.`,why:`Reviewers try the connector by its use cases; an operation that is in none has no known use and is not tried.`,remedy:"Name the operation in a use case of `listing.yml`, or leave it out of the connector until somebody needs it.",sources:[ba]},messages:{none:()=>`The manifest has no use cases.`,uncovered:(e,t)=>`The ${e} \`${t}\` is in no use case.`,unknown:(e,t,n,r)=>`The use case \`${e}\` names the ${t} \`${n}\`, which the connector does not have${r}.`},examples:{bad:[{name:`no use cases`,source:W,files:{"listing.yml":U()},reports:[`none`]},{name:`a trigger in no use case`,source:W,files:{"listing.yml":U({use_cases:`[{ title: Orders, description: Orders are made., actions: [create_order] }]`})},reports:[`uncovered`]},{name:`a misspelt action`,source:W,files:{"listing.yml":U({use_cases:to.replace(`create_order`,`create_orders`)})},reports:[`unknown`,`uncovered`]}],good:[{name:`all in a use case`,source:W,files:{"listing.yml":U({use_cases:to})}},{name:`a deprecated action in none`,source:W.replace(`title: 'Create order'`,`title: 'Create order', deprecated: true`),files:{"listing.yml":U({use_cases:to.replace(`actions: [create_order], `,``)})}},{name:`operations that are not known`,source:`{ connection: {}, actions: actions_of(x) }
`,files:{"listing.yml":U({use_cases:to.replace(`new_order`,`x`).replace(`triggers`,`actions`).replace(`actions: [create_order], `,``)})}}]},create:e=>({project(){let{project:t}=e,n=G(t);if(!n)return;let r=n.manifest.use_cases??[],{actions:i,triggers:a,operations:o}=e.connector;if(r.length===0)o.length>0&&e.report(`none`,n.at(),[],n.options);else for(let[t,o]of[[`action`,i],[`trigger`,a]]){let i=`${t}s`,a=new Set(r.flatMap(e=>e[i]??[]));for(let[a,s]of r.entries())for(let[r,c]of(s[i]??[]).entries()){if(!o.closed||o.has(c))continue;let l=n.at(`use_cases`,a,i,r);e.report(`unknown`,l,[s.title,t,c,ro(c,o)],n.options)}for(let r of o.entries){if(r.deprecated||a.has(r.name))continue;let i=n.atKey(`use_cases`);e.report(`uncovered`,i,[t,r.name],{...n.options,path:r.path})}}}})});function ro(e,t){let n=na(e,t.entries.map(e=>e.name));return n===null?``:`; perhaps \`${n}\` is meant`}const io=String.raw`(0|[1-9]\d{0,15})`,ao=String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`,oo=new RegExp(String.raw`^${io}\.${io}\.${io}(?:-(${ao}(?:\.${ao})*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$`);function so(e){let t=e.length>100?null:oo.exec(e);if(!t)return null;let[,n,r,i,a]=t;return{text:e,core:[BigInt(n),BigInt(r),BigInt(i)],prerelease:a===void 0?[]:a.split(`.`)}}function co(e,t){for(let[n,r]of e.core.entries()){let e=t.core[n];if(r!==e)return r<e?-1:1}if(e.prerelease.length===0||t.prerelease.length===0)return t.prerelease.length-e.prerelease.length;for(let[n,r]of e.prerelease.entries()){let e=t.prerelease[n];if(e===void 0)return 1;let i=lo(r,e);if(i!==0)return i}return e.prerelease.length-t.prerelease.length}function lo(e,t){let[n,r]=[/^\d+$/.test(e),/^\d+$/.test(t)];return n===r?n&&e.length!==t.length?e.length-t.length:e===t?0:e<t?-1:1:n?-1:1}const uo=/^(?<level>#{1,4})[ \t]+(?:version[ \t]+)?\[?v?(?<hashed>\d+\.\d[\w.+-]*)|^v?(?<underlined>\d+\.\d[\w.+-]*)[^\n]*\n[=-]{3,}/gim,fo=m({id:`listing/version`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Numbers its versions as SemVer does, the newest first.`,why:`A release is listed only when its version is newer than the one before, and users read the changelog from the top.`,remedy:"Head each entry with a version such as `1.2.0`, once, and put the newest entry first.",sources:[ya,`https://semver.org/spec/v2.0.0.html`]},messages:{notSemVer:e=>`The heading \`${e}\` is no version as SemVer defines it, such as \`1.2.0\`.`,order:(e,t)=>`The entry of \`${e}\` comes before that of \`${t}\`, which is the newer one.`,repeated:e=>`There are two entries for \`${e}\`.`},examples:{bad:[{name:`a version of two numbers`,source:W,files:{"listing.yml":U(),"CHANGELOG.md":`# Changelog

## v1.0 - first
`},reports:[`notSemVer`]},{name:`the newest at the end`,source:W,files:{"listing.yml":U(),"CHANGELOG.md":`## 1.0.0

- First.

## 1.1.0

- More.
`},reports:[`order`]},{name:`an entry that was copied`,source:W,files:{"listing.yml":U(),"CHANGELOG.md":`## [1.1.0]

- More.

## [1.1.0]

- First.
`},reports:[`repeated`]}],good:[{name:`the newest first`,source:W,files:{"listing.yml":U(),"CHANGELOG.md":`## Unreleased

## 1.10.0

- More.

## 1.9.0-rc.1

- First.
`}},{name:`numbers of other things`,source:W,files:{"listing.yml":U(),"CHANGELOG.md":`## 1.0.0

### 2.5 times as fast
`}}]},create:e=>({project(t){let{project:n}=e,r=G(n)?.manifest;if(!r)return;let i=r.changelog.replace(`.`,String.raw`\.`),a=va(t,RegExp(`^${i}$`,`i`));if(typeof a?.text!=`string`)return;let o={file:ga(n,a.name)},s=[];for(let{text:t,at:n}of po(a.text)){let r=so(t);if(!r){e.report(`notSemVer`,n,[t],o);continue}let i=s.at(-1);if(s.push(r),!i)continue;let a=co(i,r);a===0?e.report(`repeated`,n,[t],o):a<0&&e.report(`order`,n,[i.text,t],o)}}})});function po(e){let t=new TextEncoder,n=[],r;for(let i of e.matchAll(uo)){let a=i.groups?.level??``;r??=a;let o=i.groups?.hashed??i.groups?.underlined??``;if(a!==r||n.length>=500)continue;let s=e.slice(0,i.index+i[0].indexOf(o)),c=t.encode(s).length;n.push({text:o,at:_a({start:c,end:c+o.length})})}return n}const mo=[Ca,wa,Oa,Ma,Na,Wa,Ga,Ja,Ya,Ea,Xa,$a,eo,no,fo],ho={File:/^(?:open|read|write|delete|unlink|new|readlines|foreach|rename|binread|binwrite)$/u,Dir:/^(?:glob|entries|children|mkdir|rmdir|delete|\[\]|each_child)$/u,IO:/./u,Open3:/./u,Process:/^(?:spawn|fork|kill|exec|daemon)$/u,Kernel:/^(?:system|exec|spawn|eval|fork|open)$/u,Marshal:/^(?:load|restore)$/u,YAML:/^(?:load|unsafe_load|load_file)$/u,ENV:/./u},go=m({id:`security/code-execution`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Runs no code built at run time, no shell, and reads no files.`,why:`Who controls the data that becomes code controls the connector and every account it is connected to.`,remedy:"Choose between known cases with `case`, and parse data with `parse_json` or `parse_xml`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/whitelist-removal.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{code:e=>`\`${e}\` runs code that is only put together when the connector runs.`,shell:e=>`\`${e}\` starts a program outside of the connector.`,system:e=>`\`${e}\` reaches beyond the connector into the system it runs on.`},examples:{bad:[{name:`an input that is evaluated`,source:g`
          { actions: { run: { execute: lambda { |_c, input| { result: eval(input['code']) } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^ code
        `},{name:`a shell command`,source:g`
          { actions: { run: { execute: lambda { |_c, input| { result: system('ls') } } } } }
                                                                      ^^^^^^^^^^^^ shell
        `},{name:`a file that is read`,source:g`
          { actions: { run: { execute: lambda { |_c, input| { result: File.read('/etc/hosts') } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^ system
        `},{name:`a method chosen by the input`,source:g`
          { actions: { run: { execute: lambda { |_c, input| { result: 'a'.send(input['m']) } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^^ code
        `}],good:[{name:`the name of a file`,source:g`{ methods: { ext: lambda { |name| File.extname(name) } } }`},{name:`a method chosen by the author`,source:g`{ methods: { up: lambda { |v| v.send(:upcase) } } }`}]},create:e=>{let t=e=>({span:w(e.node),path:e.lambda?.path??null}),n=n=>{E(n.node).length>0&&e.report(`code`,t(n),[n.node.name])},r=n=>{E(n.node).length>0&&e.report(`shell`,t(n),[n.node.name])};return{bareCall:{eval:n,instance_eval:n,class_eval:n,system:r,exec:r,spawn:r},node:[h(Lt,({node:t,lambda:n})=>{e.report(`shell`,{span:w(t),path:n?.path??null},[`%x`])}),h(Ze,({node:t,lambda:n})=>{e.report(`shell`,{span:w(t),path:n?.path??null},[`%x`])}),h(y,({node:t,lambda:n})=>{let{receiver:r,name:i}=t;if(!r)return;let a={span:w(t),path:n?.path??null};r instanceof ke&&Object.hasOwn(ho,r.name)?ho[r.name].test(i)&&e.report(`system`,a,[`${r.name}.${i}`]):_o(t)&&e.report(`code`,a,[i])})]}}});function _o(e){let[t]=E(e);return!t||e.block instanceof xe||t instanceof tt?!1:[`instance_eval`,`class_eval`,`module_eval`].includes(e.name)?!0:[`send`,`public_send`,`__send__`].includes(e.name)&&!(t instanceof C||t instanceof S)}const vo=/^(?:x+|\*+|\.+|-+|_+|<.*>|\{.*\}|\$\{.*|\$[A-Z_]+|%.*%|\[.*\]|#\{.*|null|nil|none|~|n\/a|todo|tbd|changeme|change_me|(?:your|my|our|some|any|insert|enter|replace|test|dummy|fake|mock|sample|example|demo|foo|bar)(?![a-z0-9]{8})[\w .-]*|(.)\1+)$/iu,yo=/example|placeholder|redacted|filtered|sanitized|change.?me|your[_ -]?\w|x{4,}|\*{3,}|<[\w ]+>|\.\.\.|(?:_|\b)here\b/iu,bo=/^(?:(?:the|a|api|client|access|auth|app|user|bearer|basic|private|public|secret|refresh)?[_ -]?(?:pass(?:word|phrase)?|passwd|pwd|secret|token|key|credentials?|api_?key|id)s?\d{0,3}|abc(?:def)?.*|0?123(?:4.*)?)$/iu;function xo(e){return e===``||vo.test(e)||yo.test(e)||bo.test(e)}function So(e,t){return e.length<t||e.length>4096||!/^[\w.~=+/:-]+$/u.test(e)||!/\d/u.test(e)||!/[a-z]/iu.test(e)||xo(e)?!1:new Set(e).size>=6&&!Co(e)}function Co(e){let t=e.split(/[_-]/u);return t.length>1&&t.every(e=>/^(?:[A-Za-z]+\d{0,2}|\d{1,4})$/u.test(e))}let wo;const To=()=>wo??=(0,e.createRequire)(require("url").pathToFileURL(__filename).href)(`./secrets.cjs`),Eo=(...e)=>To().scan(...e),Do=[{what:`a private key`,pattern:/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/gu,source:`https://www.rfc-editor.org/rfc/rfc7468`},{what:`an AWS access key`,pattern:/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/gu,source:`https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html`},{what:`a GitHub token`,pattern:/\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,251})\b/gu,source:`https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github`},{what:`a Slack token`,pattern:/\bxox[abposre]-[A-Za-z0-9-]{10,250}/gu,source:`https://docs.slack.dev/authentication/tokens`},{what:`a Stripe key`,pattern:/\b[sr]k_live_[A-Za-z0-9]{16,250}/gu,source:`https://docs.stripe.com/keys`},{what:`a Google API key`,pattern:/\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/gu,source:`https://cloud.google.com/docs/authentication/api-keys`},{what:`a Google client secret`,pattern:/\bGOCSPX-[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])/gu,source:`https://developers.google.com/identity/protocols/oauth2`},{what:`a Mailchimp key`,pattern:/\b[0-9a-f]{32}-us\d{1,2}\b/gu,source:`https://mailchimp.com/developer/marketing/docs/fundamentals/`},{what:`a HubSpot token`,pattern:/\bpat-(?:na|eu)\d-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gu,source:`https://developers.hubspot.com/docs/guides/apps/private-apps/overview`},{what:`an Atlassian token`,pattern:/\bATATT3[A-Za-z0-9_=-]{60,400}/gu,source:`https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/`},{what:`an Airtable token`,pattern:/\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/gu,source:`https://airtable.com/developers/web/guides/personal-access-tokens`},{what:`a JSON Web Token`,pattern:/\beyJ[A-Za-z0-9_-]{10,4000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,4000}/gu,source:`https://www.rfc-editor.org/rfc/rfc7519`}],Oo={aws:`an AWS credential`,gcp:`a key of a Google service account`,privatekey:`a private key`,npm:`an npm token`,basicauth:`an address with credentials`,slack:`a Slack token`,sendgrid:`a SendGrid key`,shopify:`a Shopify token`,github:`a GitHub token`,gitlab:`a GitLab token`,grafana:`a Grafana token`,openai:`an OpenAI key`,anthropic:`an Anthropic key`,groq:`a Groq key`,huggingface:`a Hugging Face token`,linear:`a Linear key`,notion:`a Notion token`,"1password":`a 1Password token`,"database-connection-string":`an address of a database with its password`,"hashicorp-vault":`a token of HashiCorp Vault`,vercel:`a Vercel token`,databricks:`a Databricks token`,docker:`a Docker token`,figma:`a Figma token`},ko=/-----BEGIN|:\/\/[^\s/@:'"]*:[^\s/@'"]+@|A[KS]IA|xox|(?<![\w+=-])(?=[\w+=-]{16})(?:(?=[^A-Z\s]*[A-Z])(?=[A-Z\d_+=-]*[a-z])[A-Za-z_+=-]*\d|[A-Za-z_+=-]*(?:\d+[A-Za-z_+=-]+){2})/u;function Ao(e){let t=No(e);if(t.length===0)return[];let n=t.map(e=>e.text).join(`
`),r=[...jo(n),...Mo(n)].filter(({start:e,end:t})=>!xo(n.slice(e,t))).sort((e,t)=>e.start-t.start||t.end-e.end),i=[],a=-1;for(let{what:e,start:n,end:o}of r){if(n<a)continue;a=o;let r=Po(t,n);i.push({what:e,start:r,end:r+(o-n)})}return i}function jo(e){return Do.flatMap(({what:t,pattern:n})=>Array.from(e.matchAll(n),e=>({what:t,start:e.index,end:e.index+e[0].length})))}function Mo(e){return Eo(e).flatMap(({rule:t,start:n,end:r})=>{let i=Oo[t],a=e.slice(n,r).replace(/["'`,;)\]}]+$/u,``).length;return i===void 0?[]:[{what:i,start:n,end:n+a}]})}function No(e){let t=[],n=0,r=!1,i=0;for(;i<e.length&&n<524288;){let a=e.indexOf(`
`,i),o=Math.min(a===-1?e.length:a,i+4e3),s=e.slice(i,o);s.includes(`-----BEGIN`)&&(r=!0),(r||ko.test(s))&&(t.push({text:s,at:i,inDigest:n}),n+=s.length+1),s.includes(`-----END`)&&(r=!1),i=o===a?o+1:o}return t}function Po(e,t){let n=0,r=e.length-1;for(;n<r;){let i=n+r+1>>1;e[i].inDigest<=t?n=i:r=i-1}let i=e[n];return i.at+(t-i.inDigest)}const Fo=/(?:^|_)(?:password|passwd|passphrase|pwd|secret|token|api_?key|access_key|secret_key|private_key|credentials?)$/u,Io=/(?:^|_)(?:public|key_id|page|next|sync|cursor|continuation|cancellation|csrf|xsrf|has|use|is|enable)(?:_|$)/u;function Lo(e){let t=e.replace(/(?<=[a-z\d])(?=[A-Z])/gu,`_`).replace(/[\s.-]/gu,`_`).toLowerCase();return Fo.test(t)&&!Io.test(t)}function*Ro(e,t){let n=0;for(let[r,{bytes:i}]of e)if(i&&t(r)){if(n+=i.length,n>16777216)return;yield{path:r,text:new TextDecoder(`utf-8`,{ignoreBOM:!0}).decode(i)}}}function zo({path:e,text:t}){return/\.(?:ya?ml|json)$/iu.test(e)&&t.includes(`http_interactions`)}function Bo(e,t,n){let r=new TextEncoder,i=r.encode(e.slice(0,t)).length;return{start:i,end:i+r.encode(e.slice(t,n)).length}}const Vo=/^(?:settings|account_properties)[^/]*\.ya?ml$/u,Ho=/^(?:spec|fixtures|tape_library)\//u,Uo=m({id:`security/committed-secrets`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Keeps the master key and plain settings out of the repository.`,why:`They are, or decrypt, the credentials of a real account, and git keeps them for ever.`,remedy:"Remove the file from the repository, revoke the credentials, and use `settings.yaml.enc` with `master.key` ignored.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html`]},messages:{key:e=>`The key file \`${e}\` is in the repository.`,token:(e,t)=>`The file \`${e}\` holds ${t}.`,entry:(e,t)=>`The value of \`${t}\` in \`${e}\` looks like one of a real account.`,settings:(e,t)=>`The plain settings in \`${e}\` hold a value for \`${t}\`.`},examples:{bad:[{name:`a master key`,source:g`{ title: 'Acme' }`,files:{"master.key":`0123456789abcdef0123456789abcdef`},reports:[`key`]},{name:`another key file`,source:g`{ title: 'Acme' }`,files:{"keys/production.key":`0f1e2d3c4b5a69788796a5b4c3d2e1f0
`,"keys/README.key":`see the wiki
`},reports:[`key`]},{name:`plain settings`,source:g`{ title: 'Acme' }`,files:{"settings.yaml":`api_key: f81d4fae7dec11d0
`},reports:[`settings`]},{name:`plain settings of one of several accounts`,source:g`{ title: 'Acme' }`,files:{"settings.sandbox.yml":`valid:
  user: joe
  password: 'hunter2-Qx'
`},reports:[`settings`]},{name:`a key that was pasted into the settings`,source:g`{ title: 'Acme' }`,files:{"settings.yaml":`certificate: |
  -----BEGIN PRIVATE KEY-----
  MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDF3kq
  -----END PRIVATE KEY-----
`},reports:[`token`]},{name:`a token in the output that was taken for a fixture`,source:g`{ title: 'Acme' }`,files:{"fixtures/actions/login/output.json":`{ "user": "joe", "access_token": "q7Zr5Kd02mVx81LpWn4sTb" }`,"spec/connector_spec.rb":`let(:settings) { { token: 'xoxb-1234567890-abcdefghij' } }
`},reports:[`entry`,`token`]}],good:[{name:`made-up values of fixtures`,source:g`{ title: 'Acme' }`,files:{"fixtures/actions/login/output.json":`{ "access_token": "test-token", "token": "abc123", "next_page_token": "q7Zr5Kd02mVx81LpWn4sTb" }`}},{name:`encrypted settings`,source:g`{ title: 'Acme' }`,files:{"settings.yaml.enc":`x`}},{name:`a placeholder`,source:g`{ title: 'Acme' }`,files:{"settings.yaml":`api_key: <your key>
subdomain: acme
`}}]},create:e=>({project(t){let n=e.project.path===`.`?``:`${e.project.path}/`;for(let[r,i]of t)Wo(r,i)&&e.report(`key`,null,[r],{file:n+r});for(let r of Ro(t,e=>Vo.test(e)||Ho.test(e))){if(zo(r))continue;let t={file:n+r.path};for(let{what:n,start:i,end:a}of Ao(r.text)){let o=Bo(r.text,i,a);e.report(`token`,{span:o,path:null},[r.path,n],t);break}if(Vo.test(r.path))for(let{name:n,span:i}of Go(r))e.report(`settings`,{span:i,path:null},[r.path,n],t);else{let n=Ko(r);n&&e.report(`entry`,{span:n.span,path:null},[r.path,n.name],{...t,severity:`warning`})}}}})});function Wo(e,{size:t,bytes:n}){if(!e.endsWith(`.key`)||t===0)return!1;if(/(?:^|\/)master\.key$/u.test(e))return!0;let r=n&&t<1e4?new TextDecoder().decode(n).trim():``;return/^[0-9a-f]{32,512}$/iu.test(r)||Ao(r).some(({what:e})=>e===`a private key`)}function Go({text:e}){let t=[];for(let n of e.matchAll(/^[ \t]*(?<name>[\w.-]{1,80})[ \t]*:[ \t]*(?<value>\S[^\r\n]{0,500})$/gmu)){let r=(n.groups?.value??``).replace(/\s+#.*$/u,``).replace(/^(["'])(.*)\1$/u,`$2`),i=n.groups?.name??``;if(!Lo(i)||r.length<6||/^[|>&*!]/u.test(r)||xo(r))continue;let a=n.index+n[0].indexOf(i);t.push({name:i,span:Bo(e,a,a+i.length)})}return t}function Ko({path:e,text:t}){if(!e.endsWith(`.json`))return null;for(let e of t.matchAll(/"(?<name>[\w.-]{1,80})"\s*:\s*"(?<value>[^"\\\n]{16,4096})"/gu)){let{name:n=``,value:r=``}=e.groups??{};if(!Lo(n)||!So(r,16))continue;let i=e.index+1;return{name:n,span:Bo(t,i,i+n.length)}}return null}const qo=m({id:`security/credential-output`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Keeps credentials out of messages.`,why:`Job reports, the console and mails about errors show them to people without access to the connection.`,remedy:`Name what failed, without the credentials.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/debugging.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{credential:e=>`\`${e}\` shows credentials of the connection.`,output:()=>`The output of the step has the whole connection in it.`},examples:{bad:[{name:`the whole connection`,source:g`
          { test: lambda { |connection| error("Failed with #{connection}") } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credential
        `},{name:`a key`,source:g`
          { test: lambda { |connection| puts connection['api_key'] } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ credential
        `},{name:`a message that is joined, and an output with all of the connection`,source:g`
          {
            'actions' => {
              'who_am_i' => {
                'execute' => ->(connection, _input) do
                  error('No account for ' + connection['apiToken']) if get('/me').blank?
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credential
                  get('/me').merge(connection)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ output
                end
              }
            }
          }
        `}],good:[{name:`a subdomain`,source:g`{ test: lambda { |connection| error("Failed for #{connection['subdomain']}") } }`}]},create:e=>{let t=t=>{E(t.node).some(Yo)&&e.report(`credential`,{span:w(t.node),path:t.lambda?.path??null},[t.node.name])};return{node:[h(y,({node:t,lambda:n,usage:r})=>{r===`tail`&&/^(?:reverse_)?merge$/u.test(t.name)&&n?.key===`execute`&&E(t).some(Jo)&&e.report(`output`,{span:w(t),path:n.path},[])})],bareCall:{error:t,raise:t,puts:t,p:t,pp:t,print:t}}}});function Jo(e){return e instanceof x&&e.name===`connection`}function Yo(e){if(e instanceof x)return Jo(e);if(e instanceof b)return e.parts.some(Yo);if(e instanceof Pe)return e.statements?.body.some(Yo)??!1;if(!(e instanceof y))return!1;let{receiver:t,name:n}=e;if(n===`+`&&t)return[t,...E(e)].some(Yo);if(!(t instanceof x)||t.name!==`connection`)return!1;if([`to_s`,`inspect`,`to_json`].includes(n))return!0;let[r]=E(e);return(n===`[]`||n===`dig`)&&(r instanceof S||r instanceof C)&&Lo(r.unescaped.value)}const Xo=m({id:`security/foreign-host`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Sends requests to the application's own hosts only.`,why:`Another host could receive customers' data, and a listing asks for none but the application's API.`,remedy:"Remove the request, or name a further domain of the same vendor in the rule's option `hosts`.",sources:[`https://docs.workato.com/en/developing-connectors/community/certification.html`]},options:{hosts:{kind:`strings`,default:[],summary:"Domains of the same vendor, such as `acme-files.com`."}},messages:{foreign:(e,t)=>`The request goes to \`${e}\`, while the connection is one to \`${t}\`.`},examples:{bad:[{name:`a request to somebody else`,source:g`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.com' } },
            actions: { add: { execute: lambda { |_c, input| post('https://hooks.example.net/log', input) } } }
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ foreign
          }
        `}],good:[{name:`another host of the application`,source:g`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.co.uk' } },
            actions: { add: { execute: lambda { |_c, input| post('https://files.acme.co.uk/log', input) } } }
          }
        `},{name:`an address that the user gives`,source:g`
          {
            connection: { base_uri: lambda { |c| c['address'] } },
            actions: { add: { execute: lambda { |_c, input| post('https://files.acme.com/log', input) } } }
          }
        `}]},create:e=>({end(){let t=Zo(e.connector),[n]=t;if(!n)return;let r=new Set([...t,...e.options.hosts.map(es)]);for(let t of e.connector.requests){let i=Qo(t.url);i&&!r.has(es(i))&&e.report(`foreign`,t,[i,n])}}})});function Zo(e){let t=new Set;for(let n of e.lambdas)if([`base_uri`,`authorization_url`,`token_url`,`acquire`,`refresh`].includes(n.key)&&n.key===`base_uri`){let e=n.result();for(let n of V(e)){let e=Qo(n);if(!e)return new Set;t.add(es(e))}}if(t.size===0)return t;for(let n of e.requests){let e=n.lambda?.owner===`authorization`?Qo(n.url):null;e&&t.add(es(e))}for(let n of e.lambdas){if(n.key!==`authorization_url`&&n.key!==`token_url`)continue;let e=Qo(n.result());e&&t.add(es(e))}return t}function Qo(e){let t=e.kind===`string`?e.text:e.kind===`template`?e.parts.map(e=>e??`\0`).join(``):``,n=/^https?:\/\/(?:[^/?#@\s]*@)?(?<host>[^/?#:\s]+)(?=[/?#:]|$)/iu.exec(t)?.groups?.host;if(!n)return null;let r=es(n);return r.includes(`\0`)||!r.includes(`.`)||/^[\d.]+$/u.test(r)?null:n.replaceAll(`\0`,`…`)}const $o=/\.(?:co|com|net|org|gov|edu|ac)\.[a-z]{2}$/u;function es(e){let t=e.toLowerCase();return t.split(`.`).slice($o.test(t)?-3:-2).join(`.`)}const ts=m({id:`security/gitignore-master-key`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lets git ignore the master key.`,why:`The key decrypts the settings beside it, and is committed by accident where nothing prevents it.`,remedy:"Add a line `master.key` to `.gitignore`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html`]},messages:{notIgnored:()=>"Nothing in `.gitignore` keeps `master.key` out of the repository."},examples:{bad:[{name:`encrypted settings without a .gitignore`,source:g`{ title: 'Acme' }`,files:{"settings.yaml.enc":`x`},reports:[`notIgnored`]},{name:`a file that is ignored and then not`,source:g`{ title: 'Acme' }`,files:{"settings.yaml.enc":`x`,".gitignore":`*.log
*.key
!master.key
`},reports:[`notIgnored`]},{name:`patterns for other keys only`,source:g`{ title: 'Acme' }`,files:{"account_properties.yaml.enc":`x`,".gitignore":`# master.key
master.key.bak
/certs/*.key
`},reports:[`notIgnored`]}],good:[{name:`an ignored key`,source:g`{ title: 'Acme' }`,files:{"settings.yaml.enc":`x`,".gitignore":`coverage/
*.key
`}},{name:`a project without encrypted settings`,source:g`{ title: 'Acme' }`,files:{}}]},create:e=>({project(t){if(e.project.path!==`.`||![...t.keys()].some(e=>e.endsWith(`.enc`)))return;let n=t.get(`.gitignore`);if(n&&!n.bytes)return;let r=n?.bytes?new TextDecoder().decode(n.bytes).split(/\r?\n/u):[],i=!1;for(let e of r)ns(e.trim().replace(/^!/u,``))&&(i=!e.startsWith(`!`));i||e.report(`notIgnored`,null,[])}})});function ns(e){if(e===``||e.startsWith(`#`))return!1;let t=e.replace(/^(?:\*\*)?\//u,``);if(/[?[\\]/u.test(t))return!0;let[n=``,...r]=t.split(`*`);return r.length===0?t===`master.key`:`master.key`.startsWith(n)&&`master.key`.endsWith(r.at(-1)??``)}const rs=m({id:`security/oauth-noopener`,severity:`notice`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Opens the login page of OAuth 2.0 with `noopener`.",why:`Otherwise the login page can steer the tab that opened it.`,remedy:"Add `noopener: true` to the authorization, unless the provider's page needs its opener.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`]},messages:{missing:()=>"The login page opens without `noopener: true`."},examples:{bad:[{name:`no setting`,source:g`
          { connection: { authorization: { type: 'oauth2' } } }
                                           ^^^^^ missing
        `,fixed:g`
          { connection: { authorization: { type: 'oauth2', noopener: true } } }
        `}],good:[{name:`the setting`,source:g`{ connection: { authorization: { type: 'oauth2', noopener: true } } }`},{name:`another type`,source:g`{ connection: { authorization: { type: 'basic_auth' } } }`}]},create:e=>({authorization(t){let n=t.get(`type`);if(t.type!==`oauth2`||!t.closed||t.has(`noopener`)||!n?.value.node)return;let r={start:n.span.start,end:w(n.value.node).end},i={title:"Add `noopener: true`",edits:[jn(e.source,r,`noopener: true`)]};e.report(`missing`,n,[],{fix:i})}})}),is=/(?:^|_)(?:password|passwd|passphrase)$|Password$/u,as=m({id:`security/password-control`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:`Hides secrets of the connection while they are typed.`,why:"Without `control_type: 'password'` a secret stands in clear text on the screen, for everyone who opens the connection.",remedy:"Set `control_type: 'password'` on the field.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{visible:e=>`The connection field \`${e}\` shows a secret in clear text.`,input:e=>`The input \`${e}\` shows a password in clear text.`},examples:{bad:[{name:`a field without a control type`,source:g`
          { connection: { fields: [{ name: 'api_key', optional: false }] } }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
        `,fixed:g`
          { connection: { fields: [{ name: 'api_key', optional: false, control_type: 'password' }] } }
        `},{name:`a field with another control type`,source:g`
          { connection: { fields: [{ name: 'client_secret', control_type: 'text' }] } }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
        `,fixed:g`
          { connection: { fields: [{ name: 'client_secret', control_type: 'password' }] } }
        `},{name:`a token in camel case, and the password of a user that is created`,source:g`
          {
            'connection' => { 'fields' => [{ 'name' => 'accessToken', 'optional' => false }] },
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
            'actions' => {
              'create_user' => { 'input_fields' => ->(_definitions) { [{ 'name' => 'email' }, { 'name' => 'password' }] } }
                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ input
            }
          }
        `}],good:[{name:`a password control`,source:g`{ connection: { fields: [{ name: 'token', control_type: 'password' }] } }`},{name:`the address of tokens`,source:g`{ connection: { fields: [{ name: 'token_url' }] } }`},{name:`an input of an action`,source:g`{ actions: { a: { input_fields: lambda { [{ name: 'page_token' }] } } } }`}]},create:e=>({field(t){let n=t.name??``;if(!Lo(n)||!t.closed||!t.isPristine||!t.isConnection&&(!t.isInput||t.isOutput||!is.test(n)))return;let r=t.get(`control_type`)?t.text(`control_type`):``;if(!(r===null||r===`password`||r===`select`||t.has(`options`))){if(t.isConnection){let n={title:`Hide what is typed`,edits:os(t,e.source)};e.report(`visible`,t,[t.name],{fix:n})}else e.report(`input`,t,[t.name],{severity:`notice`})}}})});function os(e,t){let n=e.get(`control_type`)?.value.node;return n?[{span:w(n),text:`'password'`}]:Nr(e.node,`control_type: 'password'`,t)}const ss=/^(?:integer|number|boolean|date|date_time|timestamp|select|multiselect|checkbox)$/u,cs=/^(?:to_s|strip|presence|downcase|upcase|chomp|squish)$/u,ls=/^(?:=~|!~|match\?|match|include\?|in\?|exclude\?|scan|start_with\?|starts_with\?|end_with\?|ends_with\?|==)$/u;function us(){let e=new Set,t=new Map,n=(e,n,r)=>{if(!e)return;let i=`${e.path}:${n}`;t.set(i,t.has(i)?null:r)},r=(e,n)=>{let r=gs(n);if(!n||r===null)return null;let i=ps(e);return i instanceof x?t.get(`${n.path}:${i.name}`)??null:ms(i,r)},i=new Map,a=(e,t)=>{if(!(e instanceof Pe))return r(e,t);let[n,i]=e.statements?.body??[];return n&&!i?r(n,t):null},o=(e,t)=>e instanceof x?i.get(`${t?.path}:${e.name}`)??null:ds(e),s=(t,n)=>e.has(`${t.path}:${n}`);return{listeners:[h(ot,({node:e,lambda:t})=>{n(t,e.name,r(e.value,t));let a=`${t?.path}:${e.name}`;i.set(a,i.has(a)?null:ds(e.value))}),h(wt,({node:e,lambda:t})=>{n(t,e.name,null),i.set(`${t?.path}:${e.name}`,null)}),h(y,({node:t,lambda:n})=>{if(n&&gs(n)!==null){if(t.name===`[]=`){let[r]=E(t);(r instanceof S||r instanceof C)&&hs(t.receiver,gs(n))&&e.add(`${n.path}:${r.unescaped.value}`)}if(fs(t))for(let i of[t.receiver,...E(t)]){let t=i&&r(i,n);t&&e.add(`${n.path}:${t}`)}}}),h(Ee,({node:t,lambda:n})=>{let i=t.predicate&&r(t.predicate,n);n&&i&&t.conditions.some(e=>e instanceof Ft)&&e.add(`${n.path}:${i}`)})],keyIn:a,partsOf:o,rawInPath(e,t){let n=[];for(let[r,i]of(o(e,t)??[]).entries()){if(i instanceof S&&/[?#]/u.test(i.unescaped.value))break;let e=a(i,t);e!==null&&r>0&&!s(t,e)&&n.push({key:e,part:i})}return n},keyOf:r,isChecked:s}}function ds(e){if(e instanceof b)return e.parts.flatMap(e=>ds(e)??[e]);if(!(e instanceof y)||e.name!==`+`||!e.receiver)return null;let[t]=E(e);if(!t)return null;let n=[...ds(e.receiver)??[e.receiver],...ds(t)??[t]];return n.some(e=>e instanceof S)?n:null}function fs(e){return ls.test(e.name)}function ps(e){let t=e;for(;t instanceof y&&cs.test(t.name)&&t.receiver;)t=t.receiver;return t}function ms(e,t){if(!(e instanceof y)||!/^(?:\[\]|dig|fetch)$/u.test(e.name)||!hs(e.receiver,t))return null;let[n,r]=E(e);return!r&&(n instanceof S||n instanceof C)?n.unescaped.value:null}function hs(e,t){return e instanceof x&&e.name===t}function gs(e){return e?.owner!==`action`&&e?.owner!==`trigger`?null:e.key===`execute`||e.key===`poll`?e.parameters.required[1]??null:null}function _s(e,t,n){let{actions:r,triggers:i}=e.connector,a=(t.owner===`action`?r:i).get(t.ownerName),o=[...a?.inputFields.fields??[],...a?.configFields.fields??[]].filter(e=>e.name===n);return o.length>0&&o.every(e=>e.closed&&(vs(e)||e.toggle&&vs(e.toggle)))}function vs(e){return![e.text(`type`)??``,e.text(`control_type`)??``].some(e=>ss.test(e))}function ys(){let e=new Set,t=new Map,n=(e,{index:t,key:n})=>`${e.path} ${t} ${n}`;return{listeners:[h(y,({node:t,lambda:r})=>{if(r?.owner===`method`&&(fs(t)||t.name===`[]=`)){if(t.name===`[]=`){let n=bs(t.receiver,r);n!==null&&e.add(`${r.path} ${n}`)}else for(let i of[t.receiver,...E(t)]){let t=i&&xs(i,r);t&&e.add(n(r,t))}}}),h(ot,({node:t,lambda:n})=>{if(n?.owner!==`method`)return;let r=n.parameters.required.indexOf(t.name);r!==-1&&e.add(`${n.path} ${r}`)})],addCall(e){let n=R(e.name);n!==null&&gs(e.lambda)!==null&&t.set(n,[...t.get(n)??[],e])},readIn(t,r){if(r.owner!==`method`)return null;let[i,a]=t instanceof Pe?t.statements?.body??[]:[t],o=i&&!a?xs(i,r):null;return!o||e.has(`${r.path} ${o.index}`)||e.has(n(r,o))?null:o},callersWithInput(e,n){return(t.get(e.ownerName)??[]).flatMap(({node:e,lambda:t})=>{let r=E(e)[n+1],i=r instanceof x&&r.name===gs(t);return t&&i?[t]:[]})}}}function bs(e,t){if(!(e instanceof x))return null;let n=t.parameters.required.indexOf(e.name);return n===-1?null:n}function xs(e,t){let n=ps(e),r=n instanceof y?bs(n.receiver,t):null;if(r===null)return null;let i=ms(n,t.parameters.required[r]);return i===null?null:{index:r,key:i}}const Ss=m({id:`security/path-injection`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Encodes what users enter before it becomes part of a path.`,why:"A mapped value with `../` or `?` in it makes the request go to another endpoint.",remedy:"Write `#{input['id'].to_s.encode_url}`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/custom-action.html`]},messages:{method:(e,t)=>`The path has the input \`${e}\` of \`${t}\` in it, which nobody encodes.`,path:e=>`The input \`${e}\` becomes part of the path without being encoded.`},examples:{bad:[{name:`an identifier as it was entered`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id']}") }
                                                                   ^^^^^^^^^^^^^^ path
              }
            }
          }
        `,fixed:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id'].to_s.encode_url}") }
              }
            }
          }
        `},{name:`an identifier in a variable, joined with a plus`,source:g`
          {
            "actions" => {
              "update" => {
                "input_fields" => lambda { [{ name: 'lead_id', optional: false }, { name: 'email' }] },
                "execute" => lambda do |_connection, input|
                  lead_id = input.dig('lead_id')
                  put('/leads/' + lead_id + '/status', input.except('lead_id'))
                                  ^^^^^^^ path
                end
              }
            }
          }
        `},{name:`an address that is put together first`,source:g`
          {
            triggers: {
              new_row: {
                input_fields: ->() { [{ name: 'sheet', label: 'Sheet', type: 'string', optional: false }] },
                poll: ->(connection, input, closure) do
                  path = "/v4/#{connection['account']}" \
                    "/sheets/#{input['sheet']}/rows"
                             ^^^^^^^^^^^^^^^^^ path
                  { events: get(path, after: closure)['rows'], next_poll: closure }
                end
              }
            }
          }
        `,fixed:g`
          {
            triggers: {
              new_row: {
                input_fields: ->() { [{ name: 'sheet', label: 'Sheet', type: 'string', optional: false }] },
                poll: ->(connection, input, closure) do
                  path = "/v4/#{connection['account']}" \
                    "/sheets/#{input['sheet'].to_s.encode_url}/rows"
                  { events: get(path, after: closure)['rows'], next_poll: closure }
                end
              }
            }
          }
        `},{name:`a method that gets the whole input`,source:g`
          {
            'actions' => {
              'get_lead' => {
                'input_fields' => ->(_definitions) { [{ 'name' => 'lead_id', 'label' => 'Lead ID', 'optional' => false }] },
                'execute' => ->(connection, input) { call('find_lead', connection, input) }
              }
            },
            'methods' => {
              'find_lead' => ->(connection, params) {
                get("/accounts/#{connection['account']}/leads/#{params['lead_id']}")
                                                              ^^^^^^^^^^^^^^^^^^^^ method
              }
            }
          }
        `}],good:[{name:`a method that encodes, and one that gets something else`,source:g`
          {
            actions: {
              get_lead: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda do |_connection, input|
                  call('owner', call('find', input).merge(input))
                end
              }
            },
            methods: {
              find: lambda { |input| get("/leads/#{input['id'].encode_url}") },
              owner: lambda { |lead| get("/leads/#{lead['id']}/owner") }
            }
          }
        `},{name:`an encoded identifier`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id'].to_s.encode_url}") }
              }
            }
          }
        `},{name:`a choice from a list`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'kind', control_type: 'select', pick_list: 'kinds' }] },
                execute: lambda { |_connection, input| get("/objects/#{input['kind']}") }
              }
            }
          }
        `},{name:`a choice from a list, or a number instead`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda do
                  [{
                    name: 'view', control_type: 'select', pick_list: 'views',
                    toggle_field: { name: 'view', type: 'integer', control_type: 'plain-text' }
                  }]
                end,
                execute: lambda { |_connection, input| get("/views/#{input['view']}") }
              }
            }
          }
        `},{name:`a value that is encoded first`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda do |_connection, input|
                  input['id'] = input['id'].encode_url
                  key = input['id'].encode_url
                  [get("/leads/#{input['id']}"), get("/leads/#{key}")].first
                end
              }
            }
          }
        `},{name:`a value that is checked`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda do |_connection, input|
                  error('The ID is a number.') unless input['id'].match?(/\A\d+\z/)
                  get("/leads/#{input['id']}")
                end
              }
            }
          }
        `}]},create:e=>{let t=us(),n=ys(),r=[];return{node:[...t.listeners,...n.listeners],methodCall:e=>n.addCall(e),request(n){let{node:i,lambda:a}=n,[o]=E(i);if(!a||!o)return;a.owner===`method`&&r.push(n);let s=t.rawInPath(o,a).filter(({key:t})=>_s(e,a,t)),[c]=s;if(!c)return;let l={title:`Encode it`,edits:s.map(({part:t})=>Cs(t,e.source))};e.report(`path`,{span:w(c.part),path:a.path},[c.key],{fix:l})},end(){for(let{node:e,lambda:t}of r)t&&i(E(e)[0],t)}};function i(r,i){let a=r?t.partsOf(r,i)??[]:[];for(let[r,o]of a.entries()){if(o instanceof S&&/[?#]/u.test(o.unescaped.value))return;let a=r>0?n.readIn(o,i):null,s=(a?n.callersWithInput(i,a.index):[]).find(n=>!t.isChecked(n,a.key)&&_s(e,n,a.key));if(a&&s){e.report(`method`,{span:w(o),path:i.path},[a.key,s.ownerName]);return}}}}});function Cs(e,t){let n=e instanceof Pe?e.statements?.body[0]??e:e,{end:r}=w(n),i=t.slice(w(n)).endsWith(`.to_s`);return{span:{start:r,end:r},text:i?`.encode_url`:`.to_s.encode_url`}}const ws=/^(?:(?:proxy-)?authorization|(?:set-)?cookie|(?:[\w-]{0,40}-)?(?:api-?key|(?:auth|access|session|private|api|user)-token|secret|token))$/iu,Ts=/csrf|xsrf|page|next|continuation|cancellation/iu,Es=/(?<name>access_token|refresh_token|id_token|client_secret|password|api_?key|private_key|session_?id)\\?["']?\s*(?::|=)\s*\\?["']?(?<value>[^"'&\s,}\\]{12,4096})/giu,Ds=/^\s*["']?(?<yaml>[\w-]{3,60})["']?:[ \t]*\r?\n\s*- ["']?(?<value>[^\r\n]{8,4000})|"(?<json>[\w-]{3,60})"\s*:\s*\[\s*"(?<item>[^"\n]{8,4000})"/gmu,Os=m({id:`security/plain-cassettes`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Encrypts or filters recorded requests.`,why:`Recordings hold the tokens that were used for them, and what the account contains.`,remedy:"Record with `VCR_RECORD_MODE` and encryption as the SDK's spec helper does, or filter the headers.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html`,`https://docs.workato.com/en/developing-connectors/sdk/cli/guides/rspec/vcr.html`]},messages:{token:(e,t)=>`By its form, a text of the recording \`${e}\` is ${t}.`,body:(e,t)=>`The recording \`${e}\` holds the value of \`${t}\` in plain text.`,credential:(e,t)=>`The recording \`${e}\` holds the header \`${t}\` in plain text.`},examples:{bad:[{name:`a token in a recording`,source:g`{ title: 'Acme' }`,files:{"tape_library/find.yml":`http_interactions:
- request:
    headers:
      Authorization:
      - Bearer q7Zr5Kd02mVx
`},reports:[`credential`]},{name:`a token in a body, and a header of a vendor's own`,source:g`{ title: 'Acme' }`,files:{"tape_library/login.yml":`http_interactions:
- request:
    headers:
      Accept:
      - application/json
      X-Acme-Access-Token:
      - 0dM3vXq9Zt4R7yLkP2sW
  response:
    body:
      string: '{"access_token":"q7Zr5Kd02mVx81LpWn4s","expires_in":3600}'
`},reports:[`credential`,`body`]},{name:`a recording in JSON, of a login by form`,source:g`{ title: 'Acme' }`,files:{"tape_library/login.json":`{"http_interactions":[{"request":{"body":{"string":"grant_type=password&client_secret=q7Zr5Kd02mVx81LpWn4s"},"headers":{"Accept":["*/*"],"Cookie":["session=9f8e7d6c5b4a39281706"]}}}]}`},reports:[`credential`,`body`]},{name:`a token of a known form`,source:g`{ title: 'Acme' }`,files:{"tape_library/list.yml":`http_interactions:
- request:
    uri: https://slack.com/api/users.list?t=xoxb-1234567890-abcdefghij
`},reports:[`token`]}],good:[{name:`filtered bodies, and headers that are no secrets`,source:g`{ title: 'Acme' }`,files:{"tape_library/login.yml":`http_interactions:
- request:
    headers:
      X-Csrf-Token:
      - 0dM3vXq9Zt4R7yLkP2sW
      Cookie:
      - "[FILTERED]"
  response:
    body:
      string: '{"access_token":"<ACCESS_TOKEN>","password":"********"}'
`}},{name:`a filtered token`,source:g`{ title: 'Acme' }`,files:{"tape_library/find.yml":`http_interactions:
- request:
    headers:
      Authorization:
      - <AUTHORIZATION>
`}}]},create:e=>({project(t){let n=e.project.path===`.`?``:`${e.project.path}/`;for(let r of Ro(t,e=>/\.(?:ya?ml|json)$/iu.test(e))){if(!zo(r))continue;let{path:t,text:i}=r,a={file:n+t},o=ks(i);o&&e.report(`credential`,{span:o.span,path:null},[t,o.name],a);let s=As(i);if(s&&e.report(`body`,{span:s.span,path:null},[t,s.name],a),o||s)continue;let[c]=Ao(i);if(!c)continue;let l=Bo(i,c.start,c.end);e.report(`token`,{span:l,path:null},[t,c.what],{...a,severity:`error`})}}})});function ks(e){for(let t of e.matchAll(Ds)){let{yaml:n,value:r,json:i,item:a}=t.groups??{},o=n??i??``,s=(r??a??``).trim().replace(/["']$/u,``).replace(/^(?:bearer|basic|token)\s+/iu,``);if(!ws.test(o)||Ts.test(o)||s.length<8||xo(s))continue;let c=t.index+t[0].indexOf(o);return{name:o,span:Bo(e,c,c+o.length)}}return null}function As(e){for(let t of e.matchAll(Es)){let{name:n=``,value:r=``}=t.groups??{};if(So(r,12))return{name:n,span:Bo(e,t.index,t.index+n.length)}}return null}const js=new Set([`base_uri`,`authorization_url`,`token_url`]),Ms=/^http:\/\/(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|[^./]+(?:[:/]|$))/u,Ns=m({id:`security/plain-http`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Sends requests over https.`,why:`Over plain http, credentials and customers' data can be read and changed on the way.`,remedy:`Use the https address of the API.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{http:e=>`Requests to \`${e}\` travel unencrypted.`},examples:{bad:[{name:`a request`,source:g`
          { test: lambda { |_connection| get('http://api.acme.com/me') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^ http
        `,fixed:g`
          { test: lambda { |_connection| get('https://api.acme.com/me') } }
        `},{name:`a base address`,source:g`
          { connection: { base_uri: lambda { |connection| "http://#{connection['shop']}.acme.com" } } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ http
        `,fixed:g`
          { connection: { base_uri: lambda { |connection| "https://#{connection['shop']}.acme.com" } } }
        `}],good:[{name:`https`,source:g`{ test: lambda { |_connection| get('https://api.acme.com/me') } }`},{name:`a server on premises`,source:g`{ test: lambda { |_connection| get('http://localhost:8080/me') } }`},{name:`a tunnel`,source:g`{ secure_tunnel: true, test: lambda { |_c| get('http://erp.acme.com/me') } }`}]},create:e=>{let t=(t,n)=>{let r=Xt(t);if(!r.startsWith(`http://`)||Ms.test(r)||!t.node||e.connector.root.has(`secure_tunnel`))return;let i=/^http:\/\/[^/?#\s]*/u.exec(r)[0],a=Ps(t.node),o={title:`Use https`,edits:a};e.report(`http`,{span:w(t.node),path:n},[i],a.length>0?{fix:o}:{})};return{request(e){E(e.node)[0]&&t(e.url,e.path)},lambda(e){if(!js.has(e.key))return;let n=e.result();for(let r of V(n))t(r,e.path)}}}});function Ps(e){let t=e instanceof b?e.parts[0]:e;if(!(t instanceof S)||!t.unescaped.value.startsWith(`http://`))return[];let n=T(t.contentLoc).start+4;return[{span:{start:n,end:n},text:`s`}]}const Fs=/\b(?:SELECT\s[^]{1,300}\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s[^]{1,300}\sSET)\s|\sWHERE\s|[?&]?\$filter=|\bselect\s[^]{1,200}\sfrom\s[^]{1,200}\swhere\s/u,Is=/(?:\s(?:eq|ne|co|sw|ew|like|contains)|\s(?:!?=|!?~))\s*\\?['"]%?$/iu,Ls=/\b(?:query|mutation)\b[^]{0,600}\(\s*(?:\w+:[^()]{0,200},\s*)?\w+:\s*\\?"?$/u,Rs=/(?:<\?xml|xmlns|Envelope|<request)[^]*<[\w:.-]{1,80}(?:\s[^<>]{0,200})?>\s*$/u,zs=/query|sql|filter|where|condition|clause|criteria|search|expression|fields|columns|limit|offset/iu,Bs=m({id:`security/query-injection`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Escapes what users enter before it becomes part of a query.`,why:`A quote in a mapped value changes what the query reads or deletes in the user's account.`,remedy:`Pass the value as a parameter, or double its quotes with \`gsub("'", "''")\`.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{query:e=>`The input \`${e}\` becomes part of the query without being escaped.`},examples:{bad:[{name:`an address as it was entered`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda { |_connection, input| get('/q', q: "SELECT Id FROM Lead WHERE Email='#{input['email']}'") }
                                                                                                      ^^^^^^^^^^^^^^^^^ query
              }
            }
          }
        `},{name:`a filter of an application's own`,source:g`
          {
            'actions' => {
              'search_users' => {
                'input_fields' => ->() { [{ name: 'user_name', label: 'User name', optional: false }] },
                'execute' => ->(_connection, input) do
                  name = input['user_name'].strip
                  get('/Users', filter: "active eq true and userName eq \"#{name}\"")
                                                                          ^^^^^^^ query
                end
              }
            }
          }
        `},{name:`a query of GraphQL`,source:g`
          {
            actions: {
              get_lead: {
                input_fields: lambda { |_object_definitions| [{ name: 'email', control_type: 'email' }] },
                execute: lambda do |_connection, input|
                  post('/graphql', query: "query { lead(email: \"#{input['email']}\") { id name } }")
                                                                 ^^^^^^^^^^^^^^^^^ query
                end
              }
            }
          }
        `},{name:`a request in XML`,source:g`
          {
            actions: {
              get_lead: {
                input_fields: lambda { |_object_definitions| [{ name: 'lead_id', type: 'string' }] },
                execute: lambda do |_connection, input|
                  payload = '<?xml version="1.0"?><getLead><id>' + input['lead_id'] + '</id></getLead>'
                                                                   ^^^^^^^^^^^^^^^^ query
                  post('/soap').request_body(payload)
                end
              }
            }
          }
        `}],good:[{name:`an attribute of HTML`,source:g`
          {
            actions: {
              send: {
                input_fields: lambda { [{ name: 'link' }, { name: 'text' }] },
                execute: lambda { |_c, input| post('/mail', body: "<p><a href=\"#{input['link']}\">#{input['text']}</a></p>") }
              }
            }
          }
        `},{name:`escaped quotes`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'e' }] },
                execute: lambda { |_c, input| get('/q', q: "SELECT Id FROM Lead WHERE Email='#{input['e'].gsub("'", "''")}'") }
              }
            }
          }
        `},{name:`the user's own condition`,source:g`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'where_clause' }] },
                execute: lambda { |_c, input| get('/q', q: "SELECT Id FROM Lead WHERE #{input['where_clause']}") }
              }
            }
          }
        `}]},create:e=>{let t=us(),n=[],r=({node:e,lambda:r,parent:i})=>{let a=i instanceof b||Hs(i)&&!Hs(e),o=r&&!a?t.partsOf(e,r):null;r&&o&&n.push({parts:o,lambda:r})};return{node:[...t.listeners,h(b,r),h(y,e=>{Hs(e.node)&&!Hs(e.parent)&&r(e)})],end(){for(let{parts:e,lambda:t}of n)i(e,t)}};function i(n,r){let i=``;for(let a of n){if(a instanceof S){i+=a.unescaped.value;continue}let n=t.keyIn(a,r),o=i.slice(-600);if(i+=`?`,!(n===null||t.isChecked(r,n))&&!zs.test(n)&&Vs(o)&&_s(e,r,n)){e.report(`query`,{span:w(a),path:r.path},[n]);return}}}}});function Vs(e){return Fs.test(e)||Is.test(e)||Ls.test(e)||Rs.test(e)}function Hs(e){return e instanceof y&&e.name===`+`}const Us=new Set([`RestClient`,`TCPSocket`,`UDPSocket`,`Socket`,`TCPServer`,`OpenURI`,`Faraday`,`HTTParty`,`Excon`]),Ws=m({id:`security/raw-network`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Sends requests with the SDK's verbs only.`,why:`Other clients bypass the connection's authorization, the job's trace, timeouts and tunnels.`,remedy:"Use `get`, `post`, `put`, `patch` or `delete`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/http.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/whitelist-removal.html`]},messages:{client:e=>`\`${e}\` sends requests past the platform.`},examples:{bad:[{name:`another HTTP client`,source:g`
          { test: lambda { |_connection| RestClient.get('https://api.acme.com/me') } }
                                         ^^^^^^^^^^ client
        `},{name:`Ruby's own client`,source:g`
          { test: lambda { |_connection| Net::HTTP.get(URI('https://api.acme.com/me')) } }
                                         ^^^^^^^^^ client
        `}],good:[{name:`the SDK's verb`,source:g`{ test: lambda { |_connection| get('https://api.acme.com/me') } }`},{name:`an address taken apart`,source:g`{ methods: { host: lambda { |url| URI.parse(url).host } } }`},{name:`an error of the SDK's own client`,source:g`{ methods: { try: lambda { get('/me').presence rescue RestClient::NotFound } } }`}]},create:e=>({node:[h(y,({node:t,lambda:n})=>{let r=t.receiver&&Gs(t.receiver,t.name);r&&e.report(`client`,{span:w(t.receiver),path:n?.path??null},[r])})]})});function Gs(e,t){if(e instanceof ke)return e.name===`URI`&&t===`open`?`URI.open`:Us.has(e.name)?e.name:null;if(!(e instanceof Oe)||!(e.parent instanceof ke))return null;let n=`${e.parent.name}::${e.name??``}`;return[`Net::HTTP`,`Net::SMTP`,`Net::FTP`,`Net::SSH`,`Net::SFTP`,`RestClient::Request`].includes(n)?n:null}const Ks=m({id:`security/secret-default`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:`Gives no default to a password field.`,why:`A default is a credential in the code, shown to everybody who opens a connection.`,remedy:"Remove the `default`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html`]},messages:{value:e=>`The password field \`${e}\` has a default.`},examples:{bad:[{name:`a default key`,source:g`
          { connection: { fields: [{ name: 'api_key', control_type: 'password', default: 'k-12345' }] } }
                                                                                ^^^^^^^^ value
        `,fixed:g`
          { connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }
        `}],good:[{name:`no default`,source:g`{ connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }`},{name:`an empty default`,source:g`{ connection: { fields: [{ name: 'k', control_type: 'password', default: '' }] } }`}]},create:e=>({field(t){let n=t.get(`default`);if(t.text(`control_type`)!==`password`||n?.value.kind!==`string`||n.value.text.trim()===``||!t.node||!n.value.node)return;let r={start:n.span.start,end:w(n.value.node).end};e.report(`value`,n,[t.name??`?`],{...xo(n.value.text)?{severity:`warning`}:{},fix:{title:`Remove the default`,edits:[An(e.source,r,w(t.node))]}})}})}),qs=/^(?:hint|help|label|description|subtitle|body|text|toggle_hint|sample_output)$/u,Js=/(?:^|\.)(?:sample_output|help|hint|description)$/u;function Ys(){let e=[];return{listener:h(v,({node:{key:t,value:n}})=>{(t instanceof C||t instanceof S)&&qs.test(t.unescaped.value)&&e.push(w(n))}),includes:(t,n)=>n!==null&&Js.test(n)||e.some(e=>Xs(t,e))}}function Xs(e,t){return t.start<=e.start&&e.end<=t.end}const Zs=m({id:`security/secret-in-code`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Holds no credential in its code.`,why:`Everybody who can read the connector can use the credential, and git keeps it for ever.`,remedy:"Revoke the credential, and ask for it in a connection field with `control_type: 'password'`.",sources:[`https://docs.workato.com/en/developing-connectors/community/certification.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{token:e=>`The text is ${e}.`,assigned:e=>`The value of \`${e}\` looks like a secret.`,clientSecret:()=>"The `client_secret` is written into the code.",clientId:()=>"The `client_id` is written into the code, so all users share one application of the vendor."},examples:{bad:[{name:`a token of a known form`,source:g`
          { test: lambda { |_c| get('/me').headers(token: 'xoxb-1234567890-abcdefghij') } }
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ token
        `},{name:`a client secret`,source:g`
          { connection: { authorization: { client_secret: lambda { 's3cr3tvalue99' } } } }
                                           ^^^^^^^^^^^^^^ clientSecret
        `},{name:`a client id`,source:g`
          { connection: { authorization: { client_id: 'f81d4fae7dec' } } }
                                           ^^^^^^^^^^ clientId
        `},{name:`a form that the scanner knows, in a comment`,source:g`
          {
            # postgres://shop:q7Zr5Kd02mVx@db.acme.com/shop
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ token
            test: ->(_connection) { get('/me') }
          }
        `},{name:`a private key in a heredoc`,source:g`
          {
            methods: {
              key: lambda do
                <<~KEY
                  -----BEGIN RSA PRIVATE KEY-----
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ token
                  MIIEowIBAAKCAQEAsJq7c2Vw0m1Zr8tQnKpX4yYd6LhB9fWgTuE3oRiCvNaSxPbO
                  -----END RSA PRIVATE KEY-----
                KEY
              end
            }
          }
        `},{name:`values of secret names`,source:g`
          {
            'connection' => {
              'authorization' => {
                'apply' => ->(_connection) {
                  api_token = 'q7Zr5Kd02mVx81LpWn4s'
                              ^^^^^^^^^^^^^^^^^^^^^^ assigned
                  headers('Authorization' => 'Bearer 0dM3vXq9Zt4R7yLkP2sW', 'X-Api-Key' => api_token)
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ assigned
                }
              }
            }
          }
        `}],good:[{name:`a sample, and values that are no secrets`,source:g`
          {
            actions: {
              login: {
                sample_output: lambda { { token: 'q7Zr5Kd02mVx81LpWn4s' } },
                execute: lambda { |_c, input| post('/login', token: input['token'], token_type: 'Bearer', password: 'none') }
              }
            }
          }
        `},{name:`a connection field`,source:g`{ connection: { authorization: { client_secret: lambda { |c| c['client_secret'] } } } }`},{name:`a placeholder`,source:g`{ connection: { authorization: { client_secret: 'YOUR_CLIENT_SECRET' } } }`}]},create:e=>{let t=Ys(),n=[],r=[];return{authorization(t){for(let[n,r,i]of[[`client_secret`,`clientSecret`,8],[`client_id`,`clientId`,4]]){let a=t.get(n),o=t.lambda(n),s=o?o.result():a?.value;a&&s?.kind===`string`&&tc(s.text,i)&&e.report(r,a,[],n===`client_id`?{severity:`warning`}:{})}},node:[t.listener,h(v,({node:e,lambda:t})=>{let n=$s(e.key);n!==null&&i(n,e.value,t)}),h(ot,({node:e,lambda:t})=>i(e.name,e.value,t))],end(){let{source:i,connector:a}=e,o=new TextDecoder(`utf-8`,{ignoreBOM:!0}).decode(i.bytes),s=Ao(o).filter(({what:e})=>e!==Qs);for(let{what:r,start:i,end:c}of s){let s=Bo(o,i,c),l=ec(a.lambdas,s),u=t.includes(s,l);e.report(`token`,{span:s,path:l},[r],u?{severity:`warning`}:{}),n.push(s)}for(let{place:i,name:a}of r)n.some(e=>Xs(e,i.span))||t.includes(i.span,i.path)||e.report(`assigned`,i,[a],{severity:`warning`})}};function i(e,t,n){if(!(t instanceof S)||!(Lo(e)||/^(?:proxy-)?authorization$/iu.test(e)))return;let i=t.unescaped.value.replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/iu,``);So(i,16)&&!i.includes(`://`)&&r.push({place:{span:w(t),path:n?.path??null},name:e})}}}),Qs=`an address with credentials`;function $s(e){return e instanceof S||e instanceof C?e.unescaped.value:null}function ec(e,t){let n=null;for(let r of e)Xs(t,r.span)&&(!n||Xs(r.span,n.span))&&(n=r);return n?.path??null}function tc(e,t){return So(e,t)&&!/client|secret|_id\b/iu.test(e)}const nc=m({id:`security/secret-in-url`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Sends secrets in headers or bodies, not in addresses.`,why:`Addresses are written into the logs of every server on the way, and into the history of the job.`,remedy:"Add the secret in `apply` with `headers`, or with `params` where the API has no header for it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`]},messages:{secret:e=>`The connection's \`${e}\` becomes part of the request's address.`},examples:{bad:[{name:`a key in the query`,source:g`
          { test: lambda { |connection| get("/me?api_key=#{connection['api_key']}") } }
                                                           ^^^^^^^^^^^^^^^^^^^^^ secret
        `},{name:`a token in the path, in a method`,source:g`
          {
            "methods" => {
              "send_message" => ->(connection, text) do
                post("https://api.acme.com/bot" + connection[:bot_token] + '/messages', text: text)
                                                  ^^^^^^^^^^^^^^^^^^^^^^ secret
              end
            }
          }
        `}],good:[{name:`a header`,source:g`
          {
            connection: { authorization: { apply: lambda { |connection| headers('X-Key': connection['api_key']) } } },
            test: lambda { |_connection| get('/me') }
          }
        `},{name:`an account in the path`,source:g`{ test: lambda { |connection| get("/accounts/#{connection['account_id']}") } }`},{name:`the address of a token`,source:g`{ test: lambda { |connection| get("#{connection['token_url']}/info") } }`}]},create:e=>({request({node:t,lambda:n}){let[r]=E(t);if(n&&r)for(let t of rc(r)){let r=ic(t,n);if(r!==null&&Lo(r)){e.report(`secret`,{span:w(t),path:n.path},[r]);return}}}})});function rc(e){if(e instanceof b)return e.parts.flatMap(rc);if(e instanceof Pe){let[t,n]=e.statements?.body??[];return t&&!n?[t]:[]}return e instanceof y?e.name!==`+`||!e.receiver?[e]:[e.receiver,...E(e)].flatMap(rc):[]}function ic(e,t){if(!(e instanceof y)||!/^(?:\[\]|dig|fetch)$/u.test(e.name))return null;let{receiver:n}=e;if(!(n instanceof x)||!/^_?(?:connection|conn|settings)$/u.test(n.name)||!t.parameters.required.includes(n.name))return null;let[r,i]=E(e);return!i&&(r instanceof S||r instanceof C)?r.unescaped.value:null}const ac=m({id:`security/tls-verification`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Verifies the certificates of servers.`,why:`Without it, anybody on the way can pose as the API and read the credentials.`,remedy:"Leave verification on, and pass a private authority's certificate to `tls_server_certs`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/http.html`]},messages:{off:e=>`\`${e}\` switches the verification of the server's certificate off.`},examples:{bad:[{name:`a check that is not strict`,source:g`
          { test: lambda { |c| get('/me').tls_server_certs(certificates: [c['ca']], strict: false) } }
                                                                                    ^^^^^^^^^^^^^ off
        `},{name:`OpenSSL's constant`,source:g`
          { methods: { mode: lambda { OpenSSL::SSL::VERIFY_NONE } } }
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ off
        `},{name:`a client that is told not to verify`,source:g`
          {
            methods: {
              fetch: ->(url) { RestClient::Request.execute(method: :get, url: url, verify_ssl: false) }
                                                                                   ^^^^^^^^^^^^^^^^^ off
            }
          }
        `}],good:[{name:`a private authority`,source:g`{ test: lambda { |c| get('/me').tls_server_certs(certificates: [c['ca']]) } }`}]},create:e=>{let t=new Set;return{node:[h(Oe,({node:t,lambda:n})=>{t.name===`VERIFY_NONE`&&e.report(`off`,{span:w(t),path:n?.path??null},[`VERIFY_NONE`])}),h(v,({node:n,lambda:r,parent:i})=>{if(!(n.key instanceof C&&n.value instanceof Ie))return;let a=n.key.unescaped.value,o=a===`strict`&&t.has(i);(a===`verify_ssl`||a===`ssl_verify`||o)&&e.report(`off`,{span:w(n),path:r?.path??null},[`${a}: false`])}),h(y,({node:e})=>{if(e.name===`tls_server_certs`)for(let n of E(e))t.add(n)})]}}}),oc=/^[a-z][a-z0-9+.-]*:\/\/[^/\s:@?#]+:(?<secret>[^/\s@?#]{3,200})@[^/\s]/iu,sc=/[?&](?:api_?key|access_token|token|password|secret|client_secret)=(?<secret>[A-Za-z0-9_\-.~+/%]{8,200})(?:&|$)/iu,cc=RegExp(`^[a-z][a-z0-9+.-]*://[^/\\s@?#]*:￼@`,`iu`),lc=m({id:`security/url-credentials`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes no credentials into addresses.`,why:`What stands in an address is a secret in the code, and ends in the logs of every server on the way.`,remedy:"Ask for the credentials in connection fields, and add them in `apply`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`]},messages:{user:()=>`The address contains a user name with a password.`,holes:()=>`The address is put together with a user name and a password, which logs of addresses keep.`,query:()=>`The query of the address contains a secret.`},examples:{bad:[{name:`a password`,source:g`
          { test: lambda { |_connection| get('https://bob:pw12-9k@api.acme.com/me') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user
        `},{name:`a key`,source:g`
          { test: lambda { |_connection| get('https://api.acme.com/me?api_key=f81d4fae7dec11d0') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ query
        `},{name:`a password that is put into each address`,source:g`
          {
            'methods' => {
              'find' => ->(connection, path) {
                get("https://#{connection['user']}:#{connection['password']}@api.acme.com/#{path}")
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ holes
              }
            }
          }
        `},{name:`a password before a host that is computed`,source:g`
          { methods: { me: lambda { |connection| get("https://bob:pw12-9k@#{connection['host']}/me") } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user
        `}],good:[{name:`a placeholder in a hint`,source:g`{ methods: { hint: lambda { 'https://user:password@host/x?token=xxxxxxxxxx' } } }`},{name:`a port`,source:g`{ test: lambda { |_c| get('https://api.acme.com:8443/me') } }`}]},create:e=>{let t=Ys(),n=[],r=(e,t,r)=>{e.includes(`://`)&&(uc(oc.exec(e))?n.push({message:`user`,node:t,lambda:r}):uc(sc.exec(e))?n.push({message:`query`,node:t,lambda:r}):cc.test(e)&&n.push({message:`holes`,node:t,lambda:r}))};return{node:[t.listener,h(S,({node:e,lambda:t,parent:n})=>{n instanceof b||r(e.unescaped.value,e,t)}),h(b,({node:e,lambda:t})=>{let n=e.parts.map(e=>e instanceof S?e.unescaped.value:`￼`);r(n.join(``),e,t)})],end(){for(let{message:r,node:i,lambda:a}of n){let n={span:w(i),path:a?.path??null},o=r!==`holes`&&!t.includes(n.span,n.path);e.report(r,n,[],o?{}:{severity:`warning`})}}}}});function uc(e){let t=e?.groups?.secret;return t!==void 0&&!t.includes(`￼`)&&!xo(t)}const dc=/(?:^|_)(?:url|uri|href|link|endpoint_url|host|hostname|domain)$/iu,fc=m({id:`security/user-url`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Sends no request to an address that comes from an input.`,why:`The connection's credentials go with every request, so whoever controls a mapped address receives them.`,remedy:`Take a path or an ID as input, or check that the address begins with the application's own host before the request.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/custom-action.html`]},messages:{whole:(e,t)=>`The \`${e}\` goes wherever the input \`${t}\` says.`,host:(e,t)=>`The host of the \`${e}\` is the input \`${t}\`.`},examples:{bad:[{name:`a file at any address`,source:g`
          {
            actions: {
              download: { execute: lambda { |_connection, input| { file: get(input['file_url']).response_format_raw } } }
                                                                             ^^^^^^^^^^^^^^^^^ whole
            }
          }
        `},{name:`a host that the user names`,source:g`
          {
            "actions" => {
              "ping" => {
                "execute" => ->(_connection, input) do
                  get("https://#{input[:domain]}/api/ping")
                               ^^^^^^^^^^^^^^^^^ host
                end
              }
            }
          }
        `}],good:[{name:`an address to which a file is uploaded in parts`,source:g`
          {
            actions: {
              upload: {
                execute: lambda do |_connection, input|
                  workato.stream.in(input['content']) do |chunk, from, to|
                    put(input['url']).headers('Content-Range': "bytes #{from}-#{to}/*").request_body(chunk).presence
                  end
                  { done: true }
                end
              }
            }
          }
        `},{name:`a path of the connection's host`,source:g`
          { actions: { custom: { execute: lambda { |_connection, input| get(input['path'], input['data']) } } } }
        `},{name:`an address that is checked`,source:g`
          {
            actions: {
              download: {
                execute: lambda do |_connection, input|
                  error('Not an address of Acme.') unless input['file_url'].start_with?('https://files.acme.com/')
                  { file: get(input['file_url']) }
                end
              }
            }
          }
        `}]},create:e=>{let t=us(),n=new Set,r=[];return{node:t.listeners,bareCall:{workato({chain:e,lambda:t}){t&&e[1]?.name===`stream`&&e[2]?.name===`in`&&n.add(t.path)}},request(e){r.push(e)},end(){for(let e of r)i(e)}};function i({node:r,verb:i,lambda:a}){let[o]=E(r);if(!a||!o||n.has(a.path))return;let s=t.keyOf(o,a);if(s!==null){if(!dc.test(s)||t.isChecked(a,s))return;e.report(`whole`,{span:w(o),path:a.path},[i,s]);return}let[c,l]=t.partsOf(o,a)??[];if(!(c instanceof S)||!/^https?:\/\/$/iu.test(c.unescaped.value))return;let u=l&&t.keyIn(l,a);u&&!t.isChecked(a,u)&&e.report(`host`,{span:w(l),path:a.path},[i,u])}}}),pc=/^(?:hmac_(?:sha1|sha256|sha512|md5)|encode_sha\d+|sha\d+|(?:sha\d+_|md5_)?hexdigest|md5_hexdigest|md5_digest)$/u,mc=m({id:`security/webhook-signature`,severity:`notice`,confidence:`low`,since:`0.1.0`,docs:{summary:`Verifies the signature of webhook events where the app signs them.`,why:`Anyone who knows the address of the webhook can send events that start recipes.`,remedy:"Compare the signature in the headers with that of the payload, with `webhook_payload_type: 'raw'`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-triggers/securing-webhooks.html`]},messages:{notRaw:e=>`The signature is made of a payload that was parsed, since \`${e}\` does not say \`webhook_payload_type: 'raw'\`.`,unverified:e=>`The trigger \`${e}\` takes events without a look at their headers.`},examples:{bad:[{name:`an event as it came`,source:g`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda { |_input, payload| payload }
                ^^^^^^^^^^^^^^^^^^^^^ unverified
              }
            }
          }
        `},{name:`a signature of a parsed payload`,source:g`
          {
            'triggers' => {
              'new_lead' => {
                'webhook_subscribe' => ->(url, _connection) { post('/hooks', url: url) },
                'webhook_notification' => ->(_input, payload, _eis, _eos, headers, _params, connection) {
                  body = payload.to_json
                  signature = body.hmac_sha256(connection['secret']).encode_hex
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ notRaw
                  payload if headers['X-Signature'] == signature
                }
              }
            }
          }
        `}],good:[{name:`a signature of one entry`,source:g`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda do |_input, payload, _eis, _eos, headers|
                  payload if headers['X-Token'] == payload['id'].encode_sha256
                end
              }
            }
          }
        `},{name:`a signature that is compared`,source:g`
          {
            triggers: {
              new_lead: {
                webhook_payload_type: 'raw',
                webhook_notification: lambda do |_input, payload, _is, _os, headers|
                  parse_json(payload) if headers['X-Signature'] == payload.hmac_sha256('key').encode_hex
                end
              }
            }
          }
        `}]},create:e=>{let t=new Set,n=new Set;return{node:[h(ot,({node:e,lambda:t})=>{hc(t)&&gc(e.value,t,n)&&n.add(`${t.path}:${e.name}`)}),h(y,({node:t,lambda:r})=>{if(!pc.test(t.name)||!t.receiver||!hc(r))return;let i=e.connector.triggers.get(r.ownerName);i?.closed&&!i.has(`webhook_payload_type`)&&gc(t.receiver,r,n)&&e.report(`notRaw`,{span:w(t),path:r.path},[i.name],{severity:`warning`})}),h(x,({node:e,lambda:n})=>{n?.key===`webhook_notification`&&t.add(`${n.path}:${e.name}`)})],end(){for(let n of e.connector.triggers.entries){let r=n.get(`webhook_notification`),i=n.lambda(`webhook_notification`);if(!r||!i||n.deprecated||n.has(`poll`))continue;let{required:a,optional:o,rest:s}=i.parameters,c=a[4];s||o.length>0||c===null||c!==void 0&&t.has(`${i.path}:${c}`)||e.report(`unverified`,r,[n.name])}}}}});function hc(e){return e?.owner===`trigger`&&e.key===`webhook_notification`}function gc(e,t,n){let r=e=>gc(e,t,n);return e instanceof x?e.name===t.parameters.required[1]||n.has(`${t.path}:${e.name}`):e instanceof b?e.parts.some(r):e instanceof Pe?e.statements?.body.some(r)??!1:e instanceof vt?e.body instanceof jt&&e.body.body.some(r):!(e instanceof y)||!e.receiver?!1:e.name===`+`?r(e.receiver)||E(e).some(r):/^to_(?:json|s|param)$/u.test(e.name)&&r(e.receiver)}const _c=[go,Uo,qo,Xo,ts,rs,as,Ss,Os,Ns,Bs,Ws,Ks,Zs,nc,ac,lc,fc,mc],K=`https://docs.workato.com/en/developing-connectors/sdk`,q={reference:`${K}/sdk-reference.html`,actions:`${K}/sdk-reference/actions.html`,triggers:`${K}/sdk-reference/triggers.html`,connection:`${K}/sdk-reference/connection.html`,authorization:`${K}/sdk-reference/connection/authorization.html`,test:`${K}/sdk-reference/test.html`,schema:`${K}/sdk-reference/schema.html`,pickLists:`${K}/sdk-reference/picklists.html`,objectDefinitions:`${K}/sdk-reference/object_definitions.html`,methods:`${K}/sdk-reference/methods.html`,streams:`${K}/sdk-reference/streams.html`,http:`${K}/sdk-reference/http.html`,ruby:`${K}/sdk-reference/whitelist-removal.html`,bestPractices:`${K}/guides/best-practices.html`,triggerLimits:`${K}/guides/trigger-limit.html`,staticWebhooks:`${K}/guides/building-triggers/static-webhook.html`,dynamicWebhooks:`${K}/guides/building-triggers/dynamic-webhook.html`,hybridTriggers:`${K}/guides/building-triggers/hybrid-triggers.html`,multistepActions:`${K}/guides/building-actions/multistep-actions.html`,waitForResume:`${K}/guides/building-actions/wait-for-resume-actions.html`,multiAuth:`${K}/guides/authentication/multi_auth.html`,codePatterns:`${K}/guides/advanced-connector-guide/connector-building-code-patterns.html`,limits:`${K}/limits.html`,gem:`https://github.com/workato/workato-connector-sdk`},vc=new Set([`basic_auth`,`api_key`,`oauth2`,`custom_auth`]),yc=m({id:`structure/apply-missing`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Says with `apply` how requests are signed.",why:`It is what adds the credentials to each request; without it the API refuses them.`,remedy:"Add `apply:` with a lambda that sets headers, parameters or user and password.",sources:[q.authorization]},messages:{missing:e=>`The \`${e}\` authorization has no \`apply\`.`},examples:{bad:[{name:`no apply`,source:g`
          { connection: { authorization: { type: 'api_key' } } }
                          ^^^^^^^^^^^^^^ missing
        `}],good:[{name:`an apply`,source:g`
          { connection: { authorization: { type: 'api_key', apply: ->(c) { headers('X-Key': c['key']) } } } }
        `},{name:`the key of an older SDK`,source:g`
          { connection: { authorization: { type: 'basic_auth', credentials: ->(c) { user(c['user']) } } } }
        `}]},create:e=>({authorization(t){let{type:n}=t;t.closed&&n!==null&&vc.has(n)&&(t.has(`apply`)||t.has(`credentials`)||e.report(`missing`,t,[n]))}})}),bc=m({id:`structure/array-without-of`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Says what the items of an array are.`,why:`The SDK assumes objects, which shows arrays of texts or numbers wrongly.`,remedy:"Add `of:` with the type of the items.",sources:[q.schema,q.gem]},messages:{missing:()=>`The field is an array, but does not say of what.`,object:()=>"The field is an array with properties, but does not say `of: 'object'`."},examples:{bad:[{name:`an array of anything`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', type: 'array' }] } } } }
                                                                      ^^^^^ missing
        `},{name:`an array with properties`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'x', type: 'array', properties: [{ name: 'id' }] }] } } } }
                                                                   ^^^^^ object
        `,fixed:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'x', type: 'array', properties: [{ name: 'id' }], of: 'object' }] } } } }
        `}],good:[{name:`an array of strings`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', type: :array, of: :string }] } } } }
        `}]},create:e=>({field(t){let n=t.get(`type`);if(!n||t.text(`type`)!==`array`||!t.uses.every(e=>e.closed&&!e.has(`of`)))return;let r=t.get(`properties`);if(!r||B(r.value)?.length===0){e.report(`missing`,n,[]);return}let i=Nr(t.node,`of: 'object'`,e.source),a={title:"Add `of: 'object'`",edits:i};e.report(`object`,n,[],{severity:`notice`,...i.length>0?{fix:a}:{}})}})}),xc=m({id:`structure/connection-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has a `connection` with an `authorization`.",why:`Without an authorization no credentials are ever sent with a request.`,remedy:"Add `connection:` with `authorization:` that says how requests are signed.",sources:[q.connection]},messages:{connection:()=>"The connector has no `connection`.",authorization:()=>"The `connection` has no `authorization`."},examples:{bad:[{name:`no connection`,source:g`
          { title: 'Acme', actions: {} }
            ^^^^^^ connection
        `},{name:`no authorization`,source:g`
          { title: 'Acme', connection: { fields: [] } }
                           ^^^^^^^^^^^ authorization
        `}],good:[{name:`a connection with an authorization`,source:g`
          { connection: { authorization: { type: 'api_key', apply: ->(c) { headers(key: c['key']) } } } }
        `},{name:`a connection from elsewhere`,source:g`{ title: 'Acme', connection: shared_connection }`}]},create:e=>({connector({root:t,connection:n}){let r=t.get(`connection`);r?n.closed&&!n.has(`authorization`)&&e.report(`authorization`,r,[]):t.closed&&e.report(`connection`,ei(t),[],{path:`connection`})}})}),Sc=m({id:`structure/connection-pick-list`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Gives connection fields their choices as `options`.",why:"There are no credentials yet when these fields are shown, so the lists of `pick_lists` are not available.",remedy:"Write the choices into the field as `options: [['Label', 'value']]`.",sources:[q.connection,q.pickLists]},messages:{named:e=>`Connection fields cannot use the list \`${e}\` of \`pick_lists\`.`},examples:{bad:[{name:`a named list`,source:g`
          {
            connection: { fields: [{ name: 'env', control_type: 'select', pick_list: 'envs' }] },
                                                                          ^^^^^^^^^^ named
            pick_lists: { envs: lambda { [%w[Production prod], %w[Sandbox test]] } },
            actions: { move: { input_fields: lambda { |_| [{ name: 'to', pick_list: 'envs' }] } } }
          }
        `,fixed:g`
          {
            connection: { fields: [{ name: 'env', control_type: 'select', options: [%w[Production prod], %w[Sandbox test]] }] },
            pick_lists: { envs: lambda { [%w[Production prod], %w[Sandbox test]] } },
            actions: { move: { input_fields: lambda { |_| [{ name: 'to', pick_list: 'envs' }] } } }
          }
        `}],good:[{name:`options, or an array in place`,source:g`
          { connection: { fields: [{ name: 'a', options: [%w[A a]] }, { name: 'b', pick_list: [%w[B b]] }] } }
        `}]},create:e=>({field(t){if(!t.isConnection)return;let n=t.get(`pick_list`),r=R(n?.value);if(!n||r===null)return;let i=e.connector.pickLists.get(r)?.options,a=B(i)&&i?.node instanceof _e?i.node:null,o={start:n.span.start,end:n.valuePlace.span.end},s=(e.connector.facts.textCounts.get(r)??0)>1,c=a&&s&&!t.has(`options`)&&e.source.slice(n.span).endsWith(`:`);e.report(`named`,n,[r],c?{fix:{title:`Write the choices into the field`,edits:[{span:o,text:`options: ${e.source.slice(w(a))}`}]}}:{})}})}),Cc=m({id:`structure/curly-quotes`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Quotes strings with straight quotes.`,why:`Ruby takes a typographic quote for part of a name, so the text becomes the call of a method that is not there.`,remedy:"Replace the quotes with `'` or `\"`.",sources:[q.codePatterns]},messages:{curly:e=>`\`${e}\` is not a string, since its quotes are typographic.`},examples:{bad:[{name:`a name in typographic quotes`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: “currency” }] } } } }
                                                             ^^^^^^^^^^ curly
        `,fixed:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'currency' }] } } } }
        `}],good:[{name:`typographic quotes in a string`,source:g`{ title: 'Acme “Cloud”', connection: {} }`}]},create:e=>({connector({facts:t}){for(let[n,r]of t.bareCalls){if(!/^[\u2018\u2019\u201C\u201D]/.test(n))continue;let t=/^[\u2018\u201C](?<text>\w+)[\u2019\u201D]$/.exec(n)?.groups?.text;for(let{node:i,lambda:a}of r){let r=w(i),o=t!==void 0&&E(i).length===0&&i.block===null,s={title:`Use straight quotes`,edits:[{span:r,text:`'${t}'`}]};e.report(`curly`,{span:r,path:a?.path??null},[n],o?{fix:s}:{})}}}})}),wc=m({id:`structure/custom-auth-acquire-output`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Returns a hash from `acquire` of custom authorization.",why:`Its result is merged into the connection, which an array cannot be.`,remedy:"Return one hash, such as `{ access_token: token }`.",sources:[q.authorization]},messages:{array:()=>"`acquire` returns an array; for `custom_auth` it returns a hash."},examples:{bad:[{name:`an array, as for OAuth 2.0`,source:g`
          { connection: { authorization: { type: 'custom_auth', acquire: ->(c) { [{ token: c['t'] }, nil] } } } }
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ array
        `}],good:[{name:`a hash`,source:g`
          { connection: { authorization: { type: 'custom_auth', acquire: ->(c) { { token: c['t'] } } } } }
        `}]},create:e=>({authorization(t){let n=t.lambda(`acquire`);if(t.type===`custom_auth`&&n)for(let t of V(n.result()))t.kind===`array`&&e.report(`array`,{span:t.node?w(t.node):n.span,path:n.path},[])}})}),Tc=m({id:`structure/dedup-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives every trigger a `dedup`.",why:`Without it the platform cannot tell new events from those it has seen.`,remedy:"Add `dedup:` with a lambda that makes a string of the record's id, and of its time where updates count.",sources:[q.triggers]},messages:{missing:e=>`Trigger \`${e}\` has no \`dedup\`.`,legacy:(e,t)=>`Trigger \`${e}\` has no \`dedup\`, but \`${t}\` of an older SDK.`},examples:{bad:[{name:`no dedup`,source:g`
          { triggers: { new_lead: { poll: ->(c, i, last) { {} } } } }
                        ^^^^^^^^^ missing
        `},{name:`the key of an older SDK`,source:g`
          { triggers: { new_lead: { poll: ->(c, i, last) { {} }, document_id: ->(lead) { lead['id'] } } } }
                        ^^^^^^^^^ legacy
        `}],good:[{name:`a dedup`,source:g`{ triggers: { new_lead: { poll: ->(c, i, last) { {} }, dedup: ->(r) { r['id'] } } } }`}]},create:e=>({trigger(t){if(!t.closed||t.has(`dedup`))return;let n=[`document_id`,`sort_by`,`type`].find(e=>t.has(e));n?e.report(`legacy`,t,[t.name,n],{severity:`warning`}):e.report(`missing`,t,[t.name])}})});function J(...e){return{holds:[`lambda`],parameters:e}}function Y(e,...t){return{holds:[`lambda`,...e],parameters:t}}function X(...e){return{holds:e,parameters:null}}const Ec=[`object_definitions`,`connection`,`config_fields`],Dc={title:X(`text`),connection:X(`hash`),test:J(`connection`),custom_action:X(`boolean`),custom_action_help:X(`hash`,`text`,`lambda`),actions:X(`hash`),triggers:X(`hash`),object_definitions:X(`hash`),pick_lists:X(`hash`),methods:X(`hash`),secure_tunnel:X(`boolean`),webhook_keys:J(`params`,`headers`,`payload`),streams:X(`hash`)},Oc={fields:Y([`array`],`connection`,`config_fields`),extended_fields:Y([`array`],`connection`),authorization:X(`hash`),base_uri:J(`connection`)},kc={type:X(`text`,`lambda`),client_id:Y([`text`],`connection`),client_secret:Y([`text`],`connection`),authorization_url:J(`connection`),token_url:J(`connection`),acquire:J(`connection`,`auth_code`,`redirect_uri`,`verifier`),apply:J(`connection`,`access_token`),refresh_on:X(),detect_on:X(),refresh:J(`connection`,`refresh_token`),identity:J(`connection`),pkce:J(`verifier`,`challenge`),selected:J(`connection`),options:X(`hash`),noopener:X(`boolean`)},Ac={...kc,fields:Y([`array`],`connection`,`config_fields`)},jc={title:X(`text`,`lambda`),subtitle:X(`text`,`lambda`),description:Y([`text`],`input`,`picklist_label`),display_priority:X(`number`),batch:X(`boolean`),bulk:X(`boolean`),deprecated:X(`boolean`),config_fields:Y([`array`],...Ec),input_fields:J(...Ec),output_fields:J(...Ec),sample_output:Y([`hash`,`array`],`connection`,`input`),summarize_input:X(),summarize_output:X()},Mc={...jc,help:Y([`text`,`hash`],`input`,`picklist_label`),execute:J(`connection`,`input`,`extended_input_schema`,`extended_output_schema`,`continue`),retry_on_response:X(),retry_on_request:X(),max_retries:X(`number`),before_suspend:J(`resume_token`,`expires_at`,`continue`),before_resume:J(`data`,`input`,`continue`),before_timeout_resume:J(`input`,`continue`),streams:X(`hash`)},Nc={...jc,help:Y([`text`,`hash`],`input`,`picklist_label`,`connection`,`webhook_base_url`),poll:J(`connection`,`input`,`closure`,`extended_input_schema`,`extended_output_schema`),dedup:J(`record`),webhook_key:Y([`text`],`connection`,`input`),webhook_subscribe:J(`webhook_url`,`connection`,`input`,`recipe_id`),webhook_refresh:J(`webhook_subscribe_output`),webhook_unsubscribe:J(`webhook_subscribe_output`,`connection`),webhook_notification:J(`input`,`payload`,`extended_input_schema`,`extended_output_schema`,`headers`,`params`,`connection`,`webhook_subscribe_output`),webhook_response_type:X(`text`),webhook_response_body:X(),webhook_response_headers:X(),webhook_response_status:X(`number`),webhook_payload_type:X(`text`),webhook_url_help:Y([`text`,`hash`],`connection`,`input`,`webhook_base_url`),streams:X(`hash`)},Pc={fields:J(`connection`,`config_fields`,`object_definitions`)},Fc=[`input`,`starting_byte_range`,`ending_byte_range`,`byte_size`],Ic=new Set(`name.label.optional.type.hint.help.of.properties.control_type.toggle_hint.toggle_field.default.pick_list.pick_list_params.options.delimiter.sticky.convert_input.convert_output.change_on_blur.support_pills.custom.extends_schema.schema_neutral.list_mode.list_mode_toggle.item_label.add_field_label.empty_schema_message.empty_list_title.empty_list_text.sample_data_type.ngIf.tree_options.url.multiline.render_input.parse_output.runtime_optional`.split(`.`)),Lc=new Set([`string`,`integer`,`number`,`date_time`,`date`,`timestamp`,`boolean`,`object`,`array`]),Rc=new Map([[`text`,[`string`]],[`text-area`,[`string`]],[`plain-text`,[`string`]],[`plain-text-area`,[`string`]],[`password`,[`string`]],[`integer`,[`integer`]],[`number`,[`number`]],[`url`,[`string`]],[`select`,[`string`,`integer`,`number`,`boolean`]],[`checkbox`,[`boolean`]],[`multiselect`,[`string`,`array`]],[`date`,[`date`]],[`date_time`,[`date_time`,`timestamp`]],[`phone`,[`string`]],[`email`,[`string`]],[`subdomain`,[`string`]],[`tree`,[`string`,`array`]],[`schema-designer`,[`string`]],[`key_value`,[`array`]]]);function zc(e){return e.replace(/^(?:small|medium)-/,``)}const Bc=new Set([`integer_conversion`,`float_conversion`,`boolean_conversion`,`date_conversion`,`date_iso8601_conversion`,`date_time_conversion`,`date_time_iso8601_conversion`,`convert_to_datetime`,`convert_to_datetime_wo_tz`,`convert_date_time`,`item_array_wrap`,`parse_iso8601_timestamp`,`render_iso8601_timestamp`,`parse_iso8601_date`,`render_iso8601_date`,`parse_epoch_time`,`render_epoch_time`,`parse_float_epoch_time`,`render_float_epoch_time`,`parse_date_time_epoch_millis`,`render_date_time_epoch_millis`,`parse_date_output`,`render_date_input`,`implicit_utc_time`,`implicit_utc_iso8601_time`]),Vc=[`basic_auth`,`api_key`,`oauth2`,`custom_auth`,`multi`],Hc=new Set([`payload`,`params`,`headers`,`case_sensitive_headers`,`user`,`password`,`auth_type`,`digest_auth`,`tls_client_cert`,`tls_server_certs`,`request_body`,`format_json`,`format_xml`,`request_format_json`,`request_format_xml`,`request_format_www_form_urlencoded`,`request_format_multipart_form`,`response_format_json`,`response_format_xml`,`response_format_raw`,`after_response`,`after_error_response`,`follow_redirection`,`ignore_redirection`]),Uc={authorization:new Set([`credentials`]),operation:new Set([`title_hint`,`hint`,`document_id`,`sort_by`,`type`])},Wc=[`get`,`post`,`put`,`patch`,`delete`],Gc={root:Dc,connection:Oc,authorization:kc,action:Mc,trigger:Nc,objectDefinition:Pc,pickList:{},method:{},stream:{}};function Kc({owner:e,key:t}){if(e===`stream`)return Fc;let n=Gc[e];return Object.hasOwn(n,t)?n[t].parameters:null}function Z(e,t){return[e,t]}function qc({first:e,last:t,exclusive:n}){if(e?.kind===`number`&&t?.kind===`number`&&!e.float){let r=n?Math.ceil(t.number)-1:Math.floor(t.number);return r-e.number>=2e3?null:Array.from({length:Math.max(0,r-e.number+1)},(t,n)=>N(e.number+n))}if(e?.kind===`string`&&t?.kind===`string`&&Jc(e.text)&&Jc(t.text)){let r=e.text.charCodeAt(0),i=Math.max(0,t.text.charCodeAt(0)-r+ +!n);return Array.from({length:i},(e,t)=>M(String.fromCharCode(r+t)))}return null}function Jc(e){return/^[a-z]$/.test(e)||/^[A-Z]$/.test(e)}function Yc({first:e,last:t,exclusive:n},r){if(r.kind!==`number`)return r.kind===`unknown`||r.kind===`choice`||r.kind===`string`?null:!1;if(e&&e.kind!==`number`||t&&t.kind!==`number`)return null;let i=e===null||e.number<=r.number,a=t===null||(n?r.number<t.number:r.number<=t.number);return i&&a}function Xc({first:e,last:t,exclusive:n},r){if(e&&e.kind!==`number`||t&&t.kind!==`number`)return null;let i=e?.number??0,a=t?.number??-1;return i<0&&(i+=r),a<0&&(a+=r),i<0||i>r?null:[i,Math.max(0,Math.min(a+(n&&t?0:1),r)-i)]}const Zc=[Z(S,Qc),Z(C,Qc),Z(b,(e,t)=>$c(e,e.parts,t)),Z(Xe,(e,t)=>{let n=$c(e,e.parts,t);return n.kind===`string`?Gt(n.text,e):k(e)}),Z(Ye,e=>Number.isSafeInteger(e.value)?{kind:`number`,number:e.value,float:!1,node:e}:k(e)),Z(Re,e=>({kind:`number`,number:e.value,float:!0,node:e})),Z(Mt,e=>j(!0,e)),Z(Ie,e=>j(!1,e)),Z(ft,e=>A(e)),Z(St,e=>({kind:`regexp`,source:e.unescaped.value,ignoreCase:e.isIgnoreCase(),node:e})),Z(xt,(e,t)=>({kind:`range`,first:e.left&&t.evaluator.evaluate(e.left,t),last:e.right&&t.evaluator.evaluate(e.right,t),exclusive:e.isExcludeEnd(),node:e})),Z(_e,tl),Z(He,(e,t)=>nl(e,e.elements,t)),Z(et,(e,t)=>nl(e,e.elements,t)),Z(We,(e,t)=>t.evaluator.evaluate(e.value,t)),Z(tt,(e,t)=>({kind:`lambda`,node:e,scope:t.scope,strict:!0}))];function Qc(e){let{validEncoding:t,value:n}=e.unescaped;if(!t)return k(e);if(e instanceof C)return Gt(n,e);let r=M(n,e);return e.isFrozen()&&(r.frozen=!0),r}function $c(e,t,n){let r=[];for(let e of t){let t=e instanceof Pe?n.evaluator.evaluate(e.statements,n):n.evaluator.evaluate(e,n);t.kind===`template`?r.push(...t.parts):r.push(z(t))}return el(r,e)}function el(e,t){let n=[];if(e.reduce((e,t)=>e+(t?.length??0),0)>2e5)return k(t);for(let t of e){let e=n.at(-1);t!==null&&typeof e==`string`?n[n.length-1]=e+t:(t!==null||e!==null||n.length===0)&&n.push(t)}return n.length===0?M(``,t):n.length===1&&n[0]!==null?M(n[0],t):{kind:`template`,parts:n,node:t}}function tl(e,t){let n=[],r=!1;for(let i of e.elements){if(!(i instanceof At)){n.push({value:t.evaluator.evaluate(i,t),conditional:!1});continue}let e=t.evaluator.evaluate(i.expression,t),a=e.kind===`range`?qc(e):null,o=a?P(a):e;o.kind===`array`?(!Qt(n,o.items)||o.open)&&(r=!0):o.kind!==`nil`&&(r=!0)}return{kind:`array`,node:e,items:n,open:r}}function nl(e,t,n){let r=qt(e);for(let e of t)e instanceof v?rl(r,e,n):e instanceof ve?al(r,e,n):r.open=!0;return r}function rl(e,t,n){let r=il(n.evaluator.evaluate(t.key,n),n.evaluator.evaluate(t.value,n),t.key);r?sl(e,r):ol(e)}function il(e,t,n=e.node){if(!I(e))return null;let r=z(e);return r===null?null:{key:r,keyValue:e.kind===`string`?{...e}:e,keyNode:n,value:t,conditional:!1}}function al(e,t,n){let r=t.value?n.evaluator.evaluate(t.value,n):k();if(r.kind===`hash`){for(let t of r.entries.values())sl(e,t);r.open&&ol(e)}else r.kind!==`nil`&&ol(e)}function ol(e){e.open=!0;for(let[t,n]of e.entries)e.entries.set(t,{...n,value:F([n.value,k()])})}function sl(e,t){let n=e.entries.get(t.key);if(!n){cl(e,t);return}e.shadowed=[...e.shadowed,n];let r=t.conditional?F([n.value,t.value]):t.value;cl(e,{...t,value:r,conditional:t.conditional&&n.conditional})}function cl(e,t){if(e.indifferent){e.entries.set(t.key,on(t));return}let n=e.entries.get(t.key),r=n&&n.keyValue.kind!==t.keyValue.kind;r&&n.mixed||e.entries.set(t.key,r||n?.mixed?{...t,mixed:!0}:t)}const ll=[2e4,5e3,800,150];function ul(e,t,n=!1){let{source:r,ignoreCase:i}=e;if(r.length>200||i&&!ml(t+r)||fl(e))return null;let a=r.match(/[^\\][*+]|\{\d*,\}/g)?.length??0;if(t.length>(ll[a]??0)||!D(t.length**(a+1)/2e3))return null;let o=vl(r);if(o===null||o.includes(`\\b`)&&!ml(t))return null;try{return new RegExp(o,`${n?`g`:``}m${i?`i`:``}${pl(e)?`s`:``}u`)}catch{return null}}function dl(e,t){return ul(e,t)?.test(t)??null}function fl({node:e}){return e!==null&&`isExtended`in e&&e.isExtended()}function pl({node:e}){return e!==null&&`isMultiLine`in e&&e.isMultiLine()}function ml(e){return/^[\x00-\x7f]*$/.test(e)}const hl=` \\t\\r\\n\\f\\v`,gl=new Map([[`A`,`(?<![\\s\\S])`],[`z`,`(?![\\s\\S])`],[`Z`,`(?=\\n?(?![\\s\\S]))`],[`h`,`[0-9a-fA-F]`],[`s`,`[${hl}]`],[`S`,`[^${hl}]`]]),_l=new Map([[`s`,hl],[`h`,`0-9a-fA-F`]]);function vl(e){let t=``,n=!1;for(let r=0;r<e.length;r++){let i=e[r];if(i===`\\`){let i=e[++r]??``,a=(n?_l:gl).get(i);if(a)t+=a;else if(/[dwDWbntrfv]/.test(i)&&!(n&&i===`b`))t+=`\\${i}`;else if(/[.*+?()[\]{}|^$/\\]/.test(i))t+=`\\${i}`;else if(i===`-`)t+=n?`\\-`:`-`;else if(/[^A-Za-z0-9]/.test(i))t+=i;else return null}else if(n){if(i===`[`||i===`&`&&e[r+1]===`&`)return null;i===`]`&&(n=!1),t+=/[(){}|/]/.test(i)?`\\${i}`:i}else if(i===`[`)n=!0,t+=i;else if(i===`(`){let n=e.slice(r+1,r+3);if(n.startsWith(`?`)&&![`?:`,`?=`,`?!`].includes(n))return null;t+=i}else if(i===`)`){if(/[*+{]/.test(e[r+1]??``))return null;t+=i}else if(/[*+?}]/.test(i)){if(/[+]/.test(e[r+1]??``))return null;t+=i}else t+=i}return n?null:t}function yl(e,t){let n=!0,r=e.replace(/\\(.?)/gsu,(e,r)=>r===`\\`?`\\`:/\d/.test(r)?t[Number(r)]??``:(n=!1,``));return n?r:null}function bl(e,t,n,r){switch(t){case`==`:case`!=`:{let i=Q(e,n);return i===null?k(r):j(i===(t===`==`),r)}case`<=>`:{let t=Dl(e,n);return t===null?k(r):N(t,r)}case`<`:case`>`:case`<=`:case`>=`:return El(e,t,n,r);case`+`:return xl(e,n,r);case`^`:return e.kind===`boolean`&&n.kind===`boolean`?j(e.boolean!==n.boolean,r):k(r);default:return e.kind===`number`&&n.kind===`number`?kl(e,t,n,r)??k(r):k(r)}}function xl(e,t,n){return e.kind===`array`?Cl(e,t,n):wl(e)?wl(t)||t.kind===`unknown`?el([...Tl(e),...Tl(t)],n):t.kind===`number`||t.kind===`symbol`||t.kind===`boolean`?el([...Tl(e),Sl(t)],n):k(n):e.kind===`unknown`&&wl(t)?el([null,...Tl(t)],n):e.kind!==`number`||t.kind!==`number`?k(n):kl(e,`+`,t,n)??k(n)}function Sl(e){return e.kind===`number`?e.float?null:String(e.number):e.kind===`symbol`?e.text:e.kind===`boolean`?String(e.boolean):null}function Cl(e,t,n){let r={kind:`array`,node:n,items:[...e.items],open:e.open};return(!(t.kind===`array`&&Qt(r.items,t.items))||t.open)&&(r.open=!0),r}function wl(e){return e.kind===`string`||e.kind===`template`}function Tl(e){return e.kind===`string`?[e.text]:e.kind===`template`?e.parts:[null]}function El(e,t,n,r){let i=e.kind===`number`||e.kind===`string`?Dl(e,n):null;return i===null?k(r):j((t.startsWith(`<`)?i<0:i>0)||i===0&&t.endsWith(`=`),r)}function Dl(e,t,n=0){if(n>20||!D())return null;if(e.kind===`number`&&t.kind===`number`)return Math.sign(e.number-t.number);if(e.kind===`string`&&t.kind===`string`||e.kind===`symbol`&&t.kind===`symbol`)return Ol(e.text,t.text);let[r,i]=[B(e),B(t)];if(!r||!i)return null;for(let e=0;e<Math.min(r.length,i.length);e++){let t=Dl(r[e],i[e],n+1);if(t!==0)return t}return Math.sign(r.length-i.length)}function Ol(e,t){return e===t?0:/[\ud800-\udfff]/.test(e+t)?null:e<t?-1:1}function kl(e,t,n,r){let[i,a]=[e.number,n.number],o=e.float||n.float,s=Al(i,t,a,o);return s===null||!Number.isFinite(s)||!o&&!Number.isSafeInteger(s)?null:{kind:`number`,number:s,float:o,node:r}}function Al(e,t,n,r){switch(t){case`+`:return e+n;case`-`:return e-n;case`*`:return e*n;case`/`:return r?e/n:n===0?null:Math.floor(e/n);case`%`:return n===0?null:e-n*Math.floor(e/n);case`**`:return n<0&&!r?null:e**n;default:return null}}function Q(e,t,n=0){if(Ml(e)||Ml(t)||n>20||!D())return null;let r=Yt(e,t);if(r!==null)return r;if(e.kind!==t.kind)return!1;if(e.kind===`array`)return jl(B(e),B(t),n);if(e.kind===`class`&&t.kind===`class`)return e.name===t.name;if(e.kind!==`hash`||t.kind!==`hash`||e.open||t.open||[...e.entries.values(),...t.entries.values()].some(e=>e.mixed))return null;if(e.entries.size!==t.entries.size)return!1;let i=Array.from(e.entries,([r,i])=>{let a=t.entries.get(r);return a?i.conditional||a.conditional?null:(e.indifferent||t.indifferent||i.keyValue.kind===a.keyValue.kind)&&Q(i.value,a.value,n+1):!1});return i.includes(!1)?!1:!i.includes(null)||null}function jl(e,t,n){if(!e||!t)return null;if(e.length!==t.length)return!1;let r=e.map((e,r)=>Q(e,t[r],n+1));return r.includes(!1)?!1:!r.includes(null)||null}function Ml({kind:e}){return e===`unknown`||e===`choice`||e===`template`}function Nl(e,t){switch(e.kind){case`class`:return Pl(t,e.name);case`range`:return Yc(e,t);case`regexp`:return t.kind===`string`||t.kind===`symbol`?dl(e,t.text):Ml(t)?null:!1;case`lambda`:return null;default:return Q(e,t)}}function Pl(e,t){if(t===`Object`)return!0;switch(e.kind){case`string`:case`template`:return t===`String`||t===`Comparable`;case`symbol`:return t===`Symbol`||t===`Comparable`;case`number`:return t===`Numeric`||t===`Comparable`||t===(e.float?`Float`:`Integer`);case`boolean`:return t===(e.boolean?`TrueClass`:`FalseClass`);case`nil`:return t===`NilClass`;case`array`:return t===`Array`||t===`Enumerable`;case`hash`:case`definitions`:return t===`Hash`||t===`Enumerable`;case`lambda`:return t===`Proc`;case`range`:return t===`Range`||t===`Enumerable`;case`regexp`:return t===`Regexp`;case`choice`:{let n=e.options.map(e=>Pl(e,t));return n.every(e=>e===n[0])?n[0]:null}default:return null}}function Fl(e,t,n){return t>=0&&e.length*t<1e4?M(e.repeat(t),n):null}function Il(e,t){let n=[];for(let t of e.items){let e=t.value.kind===`nil`,r=t.value.kind===`unknown`||t.value.kind===`choice`;e||n.push(r?Ll(t):t)}return{kind:`array`,node:t,items:n,open:e.open}}function Ll(e){if(e.value.kind!==`choice`)return{...e,conditional:!0};let t=e.value.options.filter(e=>e.kind!==`nil`),n=t.length===e.value.options.length&&t.every(({kind:e})=>e!==`unknown`);return{value:F(t),conditional:e.conditional||!n}}function Rl(e,t,n,r=0){if(t<0||r>40||!D(e.items.length+1))return null;let i={kind:`array`,node:n,items:[],open:e.open};for(let n of e.items)if(n.value.kind===`array`&&t>0){let e=Rl(n.value,t-1,null,r+1);if(!e)return null;for(let t of e.items)i.items.push({...t,conditional:t.conditional||n.conditional});i.open||=e.open}else i.items.push(n),i.open||=n.value.kind===`unknown`||n.value.kind===`choice`;return i}function zl(e,t){let n=e.map(e=>Q(e,t));return n.includes(!0)?!0:n.includes(null)?null:!1}function Bl(e){let t=e.map(e=>B(e));return t.every(e=>e!==null)?t:null}function Vl(e,t,n){let r=[];for(let n of e){let e=zl(t,n);if(e===null&&t.length>0)return null;e||r.push(n)}return P(r,n)}function Hl(e,t){let n=[];for(let r of e.keys()){let e=n.map(e=>Q(t[e],t[r]));if(e.includes(null))return null;e.includes(!0)||n.push(r)}return n.map(t=>e[t])}function Ul(e,t){if(e.length>2e5)return null;try{return Wl(JSON.parse(e),t,0)}catch{return null}}function Wl(e,t,n){if(n>50)return null;switch(typeof e){case`string`:return M(e,t);case`boolean`:return j(e,t);case`number`:return Number.isSafeInteger(e)?{kind:`number`,number:e,float:!1,node:t}:null}if(e===null)return A(t);if(Array.isArray(e)){let r=e.map(e=>Wl(e,t,n+1));return r.includes(null)?null:P(r,t)}let r=qt(t);for(let[i,a]of Object.entries(e)){let e=Wl(a,t,n+1),o=e&&il(M(i),e);if(!o)return null;r.entries.set(i,o)}return r}function Gl({name:e},t){if(t.openArguments)return null;let{name:n,values:r,block:i,node:a}=t,[o,s]=r;switch(`${e}.${n}`){case`Array.wrap`:return o?.kind===`nil`?P([],a):o?.kind===`array`?o:!o||o.kind===`unknown`||o.kind===`choice`?null:P([o],a);case`Array.new`:{if(!o)return P([],a);if(o.kind!==`number`||o.number<0||o.number>2e3)return null;let e=Array.from({length:o.number},(e,t)=>i?i(N(t)):s);return e.every(e=>e!==void 0)?P(e,a):null}case`Hash.new`:return o||i?null:qt(a);case`Hash.[]`:return Kl(o?.kind===`array`?B(o):null,a)??(o?.kind===`hash`?$t(o):null);case`JSON.parse`:return o?.kind===`string`&&!s?Ul(o.text,a):null;case`String.new`:return o?o.kind===`string`?M(o.text,a):null:M(``,a);default:return null}}function Kl(e,t){if(!e)return null;let n=qt(t);for(let t of e){let[e,r]=B(t)??[],i=e&&r&&il(e,r);i?n.entries.set(i.key,i):n.open=!0}return n}function ql(e,t){let n=B(e),{name:r,context:i,node:a}=t,o=t.block,s=t=>e.items.map(({value:e,conditional:r},a)=>({value:n?t(e,a):i.evaluator.tentatively(()=>t(e,a),k()),conditional:r}));switch(r){case`map`:case`collect`:return{kind:`array`,node:a,items:s(e=>o(e)),open:e.open};case`flat_map`:case`collect_concat`:return Zl({kind:`array`,node:a,items:s(e=>o(e)),open:e.open});case`select`:case`filter`:case`reject`:return $l(e,t,r===`reject`);default:return n&&Jl(e,n,t)}}function Jl(e,t,n){let{name:r,values:i,node:a}=n,o=n.block,[s]=i;switch(r){case`each`:case`each_entry`:for(let e of t)o(e);return e;case`reverse_each`:for(let e of t.toReversed())o(e);return e;case`each_with_index`:for(let[e,n]of t.entries())o(n,N(e));return e;case`each_index`:for(let e of t.keys())o(N(e));return e;case`with_index`:case`each_with_index_from`:return Yl(e,t,n);case`each_with_object`:case`with_object`:if(!s)return null;for(let e of t)o(e,s);return s;case`each_slice`:case`each_cons`:{let n=Xl(t,s,r===`each_cons`);for(let e of n??[])o(P(e));return n&&e}case`inject`:case`reduce`:return Ql(s?[s,...t]:t,n);case`sum`:return[s??N(0),...t.map(e=>o(e))].reduce((e,t)=>bl(e,`+`,t,a));case`find`:case`detect`:case`transform_find`:return eu(t,n);case`find_index`:case`index`:{let e=t.findIndex(e=>L(o(e))!==!1);return e===-1?A(a):L(o(t[e]))===null?null:N(e,a)}case`any?`:case`all?`:case`none?`:return tu(t,n);case`count`:{let e=t.map(e=>L(o(e)));return e.includes(null)?null:N(e.filter(Boolean).length,a)}case`to_h`:return Kl(t.map(e=>o(e)),a);case`index_by`:return Kl(t.map(e=>P([o(e),e])),a);case`index_with`:return Kl(t.map(e=>P([e,o(e)])),a);case`filter_map`:case`transform_select`:{let e=t.map(e=>o(e));return e.some(e=>L(e)===null)?null:P(e.filter(e=>L(e)),a)}case`partition`:{let e=t.map(e=>L(o(e)));return e.includes(null)?null:P([!0,!1].map(n=>P(t.filter((t,r)=>e[r]===n))),a)}case`group_by`:return nu(t,n);case`sort_by`:case`min_by`:case`max_by`:return ru(t,n);case`uniq`:{let e=Hl(t,t.map(e=>o(e)));return e&&P(e,a)}case`take_while`:case`drop_while`:{let e=t.map(e=>L(o(e))),n=e.findIndex(e=>e!==!0);if(n!==-1&&e[n]===null)return null;let i=n===-1?t.length:n;return P(r===`take_while`?t.slice(0,i):t.slice(i),a)}case`zip`:return null;case`to_a`:return e;default:return null}}function Yl(e,t,{values:n,node:r,block:i}){let a=n[0]===void 0?0:n[0].kind===`number`?n[0].number:null;if(a===null)return null;let o=t.map((e,t)=>i(e,N(a+t)));switch(e.enumerates){case`map`:return P(o,r);case`flat_map`:return Zl(P(o,r));case`each`:return P(t,r);case`select`:case`reject`:{let n=o.map(L),i=e.enumerates===`select`;return n.includes(null)?null:P(t.filter((e,t)=>n[t]===i),r)}default:return null}}function Xl(e,t,n){if(t?.kind!==`number`||t.number<1)return null;let r=[];for(let i=0;i<e.length;i+=n?1:t.number){let a=e.slice(i,i+t.number);n&&a.length!==t.number||r.push(a)}return r}function Zl(e){let t={...e,items:[]};for(let n of e.items)if(n.value.kind===`array`){let e=n.value.items.map(e=>({...e,conditional:e.conditional||n.conditional}));Qt(t.items,e)||(t.open=!0),t.open||=n.value.open}else t.items.push(n),t.open||=n.value.kind===`unknown`||n.value.kind===`choice`;return t}function Ql(e,{block:t,node:n}){let[r,...i]=e;return i.reduce((e,n)=>t(e,n),r??A(n))}function $l(e,t,n){let{context:r}=t,i=B(e)!==null,a={kind:`array`,node:t.node,items:[],open:e.open};for(let o of e.items){let e=L(i?t.block(o.value):r.evaluator.tentatively(()=>t.block(o.value),k()));e===null?a.items.push({...o,conditional:!0}):e!==n&&a.items.push(o)}return a}function eu(e,t){let n=[];for(let r of e){let e=t.block(r),i=L(e),a=t.name===`transform_find`?e:r;if(i!==!1&&n.push(a),i===!0)return F(n,t.node)}return F([...n,A()],t.node)}function tu(e,t){let n=t.name!==`all?`,r=!0;for(let i of e){let e=L(t.block(i));if(e===n)return r?j(t.name===`any?`,t.node):k(t.node);r&&=e!==null}return r?j(t.name!==`any?`,t.node):k(t.node)}function nu(e,{block:t,node:n}){let r=qt(n);for(let n of e){let e=il(t(n),n);if(!e)return null;let i=r.entries.get(e.key)?.value,a=i?.kind===`array`?i:P([]);a.items.push({value:n,conditional:!1}),r.entries.set(e.key,{...e,value:a})}return r}function ru(e,{name:t,block:n,node:r}){let i=e.map(e=>n(e));if(t===`sort_by`){let t=au(e,i);return t&&P(t,r)}return iu(e,i,t===`min_by`?-1:1,r)}function iu(e,t,n,r){let i=0;for(let r of e.keys()){let e=Dl(t[r],t[i]);if(e===null)return null;e===n&&(i=r)}return e[i]??A(r)}function au(e,t){let n=!0,r=[...e.keys()].sort((e,r)=>{let i=Dl(t[e],t[r]);return n&&=i!==null,i??0});return n?r.map(t=>e[t]):null}function ou(e=null,t=!1,n=e?.namespace??``){return{variables:new Map,parent:e,complete:t,namespace:n}}function su(e,t){let n=e;for(let e=0;e<t&&n;e++)n=n.parent;return n}function cu(e,t,n){let r=su(e,n);return r?.variables.get(t)??lu(r)}function lu(e){return e?.complete?A():k()}function uu(e,t,n,r){su(e,n)?.variables.set(t,r)}function du(e){let t=[];for(let n=e;n;n=n.parent)D(n.variables.size>>2),t.push(new Map(n.variables));return t}function fu(e,t){let n=0;for(let r=e;r;r=r.parent){r.variables.clear();for(let[e,i]of t[n++]??[])r.variables.set(e,i)}}function pu(e,t){let n=0;for(let r=e;r;r=r.parent,n++){let e=new Set(t.flatMap(e=>[...e[n]?.keys()??[]]));for(let i of e){let e=t.map(e=>e[n]?.get(i)??lu(r));r.variables.set(i,e.every(t=>t===e[0])?e[0]:F(e))}}}function mu(e,t,n,r=!1){O(e);let i=n.evaluator.isTentative(e),a=t.map(e=>({value:e,conditional:i}));r?e.items=[...a,...e.items]:Qt(e.items,a)||(e.open=!0),i&&(e.open=!0)}function hu(e,t,n){if(O(e),t.kind!==`array`){e.open=!0;return}let r=n.evaluator.isTentative(e),i=t.items.map(e=>({...e,conditional:e.conditional||r}));(!Qt(e.items,i)||t.open||r)&&(e.open=!0)}function gu(e,t,n,r){O(e);let i=il(t,n);if(!i){cn(e);return}let a=e.entries.get(i.key),o=r.evaluator.isTentative(e);cl(e,{...i,keyNode:a?.keyNode??i.keyNode,value:o?F([a?.value??k(),n]):n,conditional:o&&(a?.conditional??!0)})}function _u(e,t,n){O(e);let r=I(t)?z(t):null;if(r===null){cn(e);return}let i=e.entries.get(r);i&&(n.evaluator.isTentative(e)?e.entries.set(r,{...i,value:F([i.value,k()]),conditional:!0}):e.entries.delete(r))}function vu(e,t,n){O(e),e.text=t,e.node=n}function yu(e,t){let n=e;for(;n instanceof y&&n.receiver;)n=n.receiver;if(!(n instanceof x))return;let r=cu(t.scope,n.name,n.depth);r.kind===`array`||r.kind===`hash`?cn(r):uu(t.scope,n.name,n.depth,k(n))}function bu(e,t){n(e,0);function n(e,r){D(),xu(e)&&e.depth>=r&&(cn(cu(t.scope,e.name,e.depth-r)),uu(t.scope,e.name,e.depth-r,k(e)));let i=e instanceof xe||e instanceof tt?r+1:r;for(let t of Vt(e))n(t,i)}}function xu(e){return e instanceof ot||e instanceof at||e instanceof rt||e instanceof it||e instanceof nt}function Su(e,t){let{evaluator:n}=t,r=n.evaluate(e.receiver,t),i=E(e).map(e=>n.evaluate(e,t)),a={node:e,openArguments:!1,block:null,context:t},o=i.length===1?n.call(r,{...a,name:`[]`,values:i}):null,s=o&&L(o);if(o&&s!==null&&!(e instanceof Ke)&&s===e instanceof qe)return o;let c=n.evaluate(e.value,t),l=o!==null&&(s!==null||e instanceof Ke),u=e instanceof Ke&&o?bl(o,e.binaryOperator,c,e):c;return l&&n.call(r,{...a,name:`[]=`,values:[...i,u]})?u:(r.kind===`hash`||r.kind===`array`?cn(r):yu(e.receiver,t),n.surprise(e))}function Cu(e,t,{block:n,context:r}){e.block instanceof xe&&((t.kind===`array`||t.kind===`hash`)&&cn(t),bu(e.block,r),r.evaluator.tentatively(()=>n?.(),void 0),bu(e.block,r))}function wu(e,t){let{name:n,values:r,context:i}=t;switch(n){case`concat`:r.some(({kind:e})=>e!==`array`)&&i.evaluator.surprise(t.node);for(let t of r)hu(e,t,i);return e;case`<<`:case`push`:case`append`:return mu(e,r,i),e;case`unshift`:case`prepend`:return mu(e,r,i,!0),e;default:return i.evaluator.isTentative(e)?null:Tu(e,t)}}function Tu(e,t){let n=B(e),{name:r,values:i,node:a,block:o}=t,[s,c]=i;if(!n)return null;let l=s?.kind===`number`&&!s.float?s.number<0?s.number+n.length:s.number:null;switch(r){case`pop`:case`shift`:{if(s)return null;let t=(r===`pop`?n.at(-1):n[0])??A(a);return Du(e,r===`pop`?n.slice(0,-1):n.slice(1)),t}case`insert`:return l===null||s?.kind!==`number`?null:Ou(e,n,s.number<0?l+1:l,i.slice(1));case`[]=`:{if(l===null||!c||i.length!==2||l<0||l>n.length+100)return null;let t=[...n];for(;t.length<l;)t.push(A());return t[l]=c,Du(e,t),c}case`delete_at`:{if(l===null)return null;let t=n[l]??A(a);return Du(e,n.filter((e,t)=>t!==l)),t}case`delete`:{let t=n.map(e=>s?Q(e,s):null);return t.includes(null)||!s||o?null:(Du(e,n.filter((e,n)=>!t[n])),t.includes(!0)?s:A(a))}case`clear`:return Du(e,[]),e;case`replace`:{let t=B(s);return t&&Du(e,t),t&&e}case`compact!`:return ku(e,Il(e,a).items,a);case`flatten!`:return s?null:ku(e,Rl(e,1/0,a)?.items,a);case`uniq!`:return o?null:ku(e,Hl(n,n)?.map(Eu),a);case`reverse!`:return Du(e,n.toReversed()),e;case`map!`:case`collect!`:return o&&Du(e,n.map(e=>o(e))),o&&e;case`select!`:case`filter!`:case`keep_if`:case`reject!`:case`delete_if`:return o&&Au(e,n,t);default:return null}}function Eu(e){return{value:e,conditional:!1}}function Du(e,t){O(e),e.items=t.map(Eu)}function Ou(e,t,n,r){return n<0||n>t.length?null:(Du(e,t.toSpliced(n,0,...r)),e)}function ku(e,t,n){if(!t)return null;let r=t.length===e.items.length&&t.every((t,n)=>t.value===e.items[n].value);return O(e),e.items=t,r?A(n):e}function Au(e,t,{name:n,block:r,node:i}){let a=t.map(e=>L(r(e)));if(a.includes(null))return null;let o=n!==`reject!`&&n!==`delete_if`,s=t.filter((e,t)=>a[t]===o),c=s.length===t.length;return Du(e,s),c&&n.endsWith(`!`)?A(i):e}function ju(e,t){let n=I(t)?z(t):null,r=n===null?void 0:e.entries.get(n);if(!r)return null;let i=e=>e.kind===`string`||e.kind===`symbol`;return r.keyValue.kind===t.kind||e.indifferent&&i(t)&&i(r.keyValue)?r:null}function Mu(e,t){return e.indifferent?!1:t?I(t)&&e.entries.get(z(t)??``)?.mixed===!0:Array.from(e.entries.values()).some(e=>e.mixed)}function Nu(e,t,n){if(!I(t)||z(t)===null)return e.open||e.entries.size>40?k(n):F([...Array.from(e.entries.values(),e=>e.value),A()],n);if(Mu(e,t))return k(n);let r=ju(e,t);return r?r.conditional?F([r.value,k()],n):r.value:e.open?k(n):A(n)}function Pu(e,t){let n=B(e),{name:r,node:i,values:a}=t,[o]=a;if(!n)return null;switch(r){case`each`:case`map`:case`collect`:case`flat_map`:case`select`:case`filter`:case`reject`:case`each_entry`:return{...P(n,i),enumerates:r===`collect`?`map`:r===`filter`?`select`:r};case`each_with_index`:case`with_index`:return r===`with_index`||!o?Lu(n,o,i):null;case`each_slice`:case`each_cons`:{let e=Xl(n,o,r===`each_cons`);return e&&{...P(e.map(e=>P(e)),i),enumerates:`each`}}case`[]`:case`at`:case`slice`:case`first`:case`last`:case`take`:case`drop`:case`from`:case`to`:return Iu(n,t);case`second`:return n[1]??A(i);case`third`:return n[2]??A(i);case`dig`:return Ru(n,t);case`fetch`:return o?.kind===`number`?n.at(o.number)??a[1]??null:null;case`values_at`:return P(a.map(e=>e.kind===`number`?n.at(e.number)??A():k()),i);case`size`:case`length`:return N(n.length,i);case`count`:{let e=o?n.map(e=>Q(e,o)):[];return e.includes(null)?null:N(o?e.filter(Boolean).length:n.length,i)}case`empty?`:return j(n.length===0,i);case`many?`:return j(n.length>1,i);case`any?`:case`none?`:{let e=n.map(L);return o?null:e.includes(!0)?j(r===`any?`,i):e.includes(null)?k(i):j(r!==`any?`,i)}case`include?`:case`member?`:case`exclude?`:{let e=n.map(e=>o?Q(e,o):null);return e.includes(!0)?j(r!==`exclude?`,i):e.includes(null)?k(i):j(r===`exclude?`,i)}case`index`:case`find_index`:{let e=n.map(e=>o?Q(e,o):null),t=e.findIndex(e=>e!==!1);return t===-1?A(i):e[t]===null?null:N(t,i)}case`join`:return zu(n,o,i);case`*`:return o?.kind===`string`?zu(n,o,i):o?.kind===`number`&&n.length*o.number<5e3?P(Array.from({length:o.number},()=>n).flat(),i):null;case`uniq`:{let e=Hl(n,n);return e&&P(e,i)}case`to_h`:return Kl(n,i);case`inject`:case`reduce`:return Bu(n,t);case`sum`:return n.reduce((e,t)=>bl(e,`+`,t,i),o??N(0));case`sort`:{let e=au(n,n);return e&&P(e,i)}case`min`:case`max`:return o?null:iu(n,n,r===`min`?-1:1,i);case`rotate`:return o?null:P([...n.slice(1),...n.slice(0,1)],i);case`tally`:{let e=qt(i);for(let t of n){let n=I(t)?e.entries.get(z(t)??``)?.value:void 0,r=il(t,N(n?.kind===`number`?n.number+1:1));if(!r)return null;e.entries.set(r.key,r)}return e}case`pluck`:return P(n.map(e=>a.length===1?Vu(e,o,i):P(a.map(t=>Vu(e,t,i)))),i);case`smart_join`:return zu(n.filter(e=>z(e)?.trim()!==``).map(e=>e.kind===`string`?M(e.text.trim()):e),o,i);default:return Fu(n,t)}}function Fu(e,{name:t,values:n,node:r}){if(t===`excluding`||t===`without`)return Vl(e,n,r);let i=Bl(n);if(!i||i.length===0)return null;switch(t){case`-`:case`difference`:return Vl(e,i.flat(),r);case`|`:case`union`:{let t=[...e,...i.flat()],n=Hl(t,t);return n&&P(n,r)}case`&`:case`intersection`:{let t=Hl(e,e)?.filter(e=>i.every(t=>t.some(t=>Q(t,e))));return t?P(t,r):null}case`zip`:return P(e.map((e,t)=>P([e,...i.map(e=>e[t]??A())])),r);case`product`:return i.length===1&&e.length*i[0].length<5e3?P(e.flatMap(e=>i[0].map(t=>P([e,t]))),r):null;default:return null}}function Iu(e,{name:t,values:n,node:r}){let[i,a]=n;if(i===void 0)return t!==`first`&&t!==`last`?null:e.at(t===`first`?0:-1)??A(r);if(i.kind===`range`&&!a){let t=Xc(i,e.length);return t?P(e.slice(t[0],t[0]+t[1]),r):A(r)}if(i.kind!==`number`||a&&a.kind!==`number`)return null;let o=i.number;switch(t){case`first`:case`take`:return o<0?null:P(e.slice(0,o),r);case`last`:return o<0?null:P(o===0?[]:e.slice(-o),r);case`drop`:case`from`:return o<0?null:P(e.slice(o),r);case`to`:return o<0?null:P(e.slice(0,o+1),r);default:{if(!a)return e.at(o)??A(r);let t=o<0?o+e.length:o;return t<0||t>e.length?A(r):P(e.slice(t,t+a.number),r)}}}function Lu(e,t,n){let r=t===void 0?0:t.kind===`number`?t.number:null;return r===null?null:{...P(e.map((e,t)=>P([e,N(r+t)])),n),enumerates:`each`}}function Ru(e,t){let[n,...r]=t.values,i=n?.kind===`number`?e.at(n.number)??A(t.node):null;return!i||r.length===0||i.kind===`nil`?i:t.context.evaluator.call(i,{...t,values:r})}function zu(e,t,n,r=0){if(r>40||!D(e.length+1))return null;let i=[];for(let n of e){let e=B(n);i.push(e?R(zu(e,t,null,r+1)??void 0):z(n))}let a=t===void 0||t.kind===`nil`?``:R(t);return a===null||i.includes(null)?null:M(i.join(a),n)}function Bu(e,{values:t,node:n,context:r}){let i=R(t.at(-1)),[a,...o]=t.length===2?[t[0],...e]:e;if(i===null)return null;let s=a??A(n);for(let e of o){let t=r.evaluator.call(s,{node:n,name:i,values:[e],openArguments:!1,block:null,context:r});if(!t)return null;s=t}return s}function Vu(e,t,n){return e.kind===`hash`?Nu(e,t,n):k(n)}function Hu(e,t){if(t.openArguments||e.items.length>5e3||!D(e.items.length>>4))return null;let{name:n,values:r,node:i}=t;switch(n){case`+`:return r[0]?.kind!==`array`&&t.context.evaluator.surprise(i),r[0]?Cl(e,r[0],i):null;case`compact`:return Il(e,i);case`flatten`:return Rl(e,r[0]===void 0?1/0:r[0].kind===`number`?r[0].number:-1,i);case`to_a`:case`to_ary`:case`entries`:case`lazy`:case`force`:case`to_set`:return e;case`reverse`:return{kind:`array`,node:i,items:e.items.toReversed(),open:e.open};case`only`:case`ignored`:case`required`:return Uu(e,t);default:return wu(e,t)??(t.block?ql(e,t):Pu(e,t))}}function Uu(e,{name:t,values:n,node:r}){if(n.some(e=>R(e)===null))return null;let i={kind:`array`,node:r,items:[],open:e.open};for(let a of e.items){let e=a.value.kind===`hash`?zl(n,Nu(a.value,Gt(`name`),r)):null;t===`required`?i.items.push(e===!1?a:{...a,value:Wu(a.value,e)}):e===null?i.items.push({...a,conditional:!0}):e===(t===`only`)&&i.items.push(a)}return i}function Wu(e,t){let n=$t(e);if(n.kind!==`hash`)return n;let r=n.entries.get(`optional`);return n.entries.set(`optional`,{key:`optional`,keyValue:n.indifferent?M(`optional`):Gt(`optional`),keyNode:null,value:t?j(!1):F([j(!1),...r?[r.value]:[]]),conditional:t===null&&!r}),n}function Gu(e=`lambda`,t=null,n=0){return{kind:e,parent:t,returns:[],exit:{value:null,uncertain:!1},region:n,ended:!1,partial:!1}}function Ku(e){let t=e;for(;t.parent;)t=t.parent;return t}var qu=class extends Error{};const Ju=new qu,Yu=/%(?:%|<(\w+)>|\{(\w+)\})?([-0+ ]*)(\d*)(?:\.(\d+))?([a-zA-Z]?)/g;function Xu(e,t,n){let r=t.length===1?B(t[0])??t:t,i=0,a=!0,o=e.replace(Yu,(e,...n)=>{let[o,s,c=``,l=``,u,d=``]=n;if(e.startsWith(`%%`))return`%${e.slice(2)}`;let f=o??s,p=f===void 0?r[i++]:Zu(t[0],f),ee=p&&Qu(p,s===void 0?d:`s`,u);typeof ee!=`string`&&(a=!1);let te=c.includes(`-`)?(ee??``).padEnd(Number(l)):(ee??``).padStart(Number(l),c.includes(`0`)?`0`:` `);return(Number(l)>1e3||/[+ ]/.test(c)||c.includes(`0`)&&te.includes(`-`))&&(a=!1),s===void 0?te:te+d});return a?M(o,n):null}function Zu(e,t){return e?.kind===`hash`?e.entries.get(t)?.value:void 0}function Qu(e,t,n){if(t===`s`)return n===void 0?z(e):null;if(e.kind!==`number`)return null;switch(t){case`d`:case`i`:return n===void 0?String(Math.floor(e.number)):null;case`f`:return Math.abs(e.number)<0x38d7ea4c68000&&Number(n??6)<=20?e.number.toFixed(Number(n??6)):null;case`x`:return e.number>=0&&n===void 0?Math.floor(e.number).toString(16):null;default:return null}}const $u=[Z(x,(e,{scope:t})=>cu(t,e.name,e.depth)),Z(Qe,(e,{scope:t})=>cu(t,`it`,0)),Z(ot,(e,t)=>{let n=t.evaluator.evaluate(e.value,t);return uu(t.scope,e.name,e.depth,n),n}),Z(rt,(e,t)=>{let n=cu(t.scope,e.name,e.depth),r=t.evaluator.evaluate(e.value,t),i=bl(n,e.binaryOperator,r,e);return uu(t.scope,e.name,e.depth,i),i}),Z(it,(e,t)=>ed(e,t,!1)),Z(nt,(e,t)=>ed(e,t,!0)),Z(ut,(e,t)=>{let n=t.evaluator.evaluate(e.value,t);return td(e,n,(e,n)=>rd(e,n,t)),n})];function ed(e,t,n){let r=cu(t.scope,e.name,e.depth),i=L(r);if(i!==null&&i!==n)return r;let a=t.evaluator.evaluate(e.value,t),o=i===null?F([r,a],e):a;return uu(t.scope,e.name,e.depth,o),o}function td(e,t,n){let{lefts:r,rest:i,rights:a}=e,o=B(t)??(nd(t)?[t]:null),s=i instanceof At?i.expression:null;if(!o){for(let e of[...r,...s?[s]:[],...a])n(e,k());return}let c=Math.max(r.length,o.length-a.length);r.forEach((e,t)=>n(e,o[t]??A())),s&&n(s,P(o.slice(r.length,c))),a.forEach((e,t)=>n(e,o[(i?c:r.length)+t]??A()))}function nd({kind:e}){return e!==`unknown`&&e!==`choice`&&e!==`array`}function rd(e,t,n){e instanceof at?uu(n.scope,e.name,e.depth,t):e instanceof wt?n.scope.variables.set(e.name,t):e instanceof lt?td(e,t,(e,t)=>rd(e,t,n)):(e instanceof Je||e instanceof we)&&yu(e.receiver,n)}const id=[Z(It,(e,t)=>ad(e,t,!0)),Z(Pt,(e,t)=>ad(e,t,!1)),Z(ze,od)];function ad(e,t,n){let r=e.isBeginModifier();for(let i=0;i<2e3;i++){let i=r?n:L(t.evaluator.evaluate(e.predicate,t));if(r=!1,i===null)return cd(e,e.statements,t);if(i!==n)return A(e);let a=sd(e.statements,t);if(a===`unknown`)return cd(e,e.statements,t);if(a)return a}return cd(e,e.statements,t)}function od(e,t){let n=t.evaluator.evaluate(e.collection,t),r=n.kind===`range`?qc(n):B(n);if(!r)return cd(e,e.statements,t);for(let n of r){rd(e.index,n,t);let r=sd(e.statements,t);if(r===`unknown`)return cd(e,e.statements,t);if(r)return r}return n}function sd(e,t){let n=Gu(`loop`,t.frame,t.evaluator.region());return t.evaluator.evaluate(e,{...t,frame:n}),n.exit.uncertain?`unknown`:n.exit.value?n.exit.value:t.frame.ended?A():null}function cd(e,t,n){bu(e,n);let r=Gu(`loop`,n.frame,n.evaluator.region());return n.evaluator.tentatively(()=>n.evaluator.evaluate(t,{...n,frame:r}),k()),bu(e,n),n.evaluator.surprise(e)}const ld=new Set([`error`,`raise`,`fail`,`throw`,`exit`,`abort`]);function ud(e,t,n){let{evaluator:r}=n;if(ld.has(e.name)&&!e.isVariableCall())return dd(e,n);let i=e.name===`call`?fd(t):md(t)??hd(e,t);if(i)return i;if(e.name===`call`)for(let e of t.values)cn(e);return Cu(e,r.surprise(e),t),r.surprise(e)}function dd(e,{evaluator:t}){throw t.surprise(e),Ju}function fd({values:e,openArguments:t,context:n}){let r=R(e[0]),i=r===null?null:n.evaluator.surroundings.method(r);return!i||t||!pd(i,e.length-1)?null:n.evaluator.invoke(i,e.slice(1))}function pd(e,t){let n=Rt(e.node),r=En(e);if(!n||r===null||!e.strict)return!0;let{required:i,optional:a,rest:o,requiredKeywords:s,optionalKeywords:c,keywordRest:l}=Sn(n),u=s.length>0||c.length>0||l?1:0,d=o?1/0:i.length+a.length+u;return t>=(r<0?-r-1:r)&&t<=d}function md({name:e,values:t,openArguments:n,context:r}){let i=r.evaluator.surroundings.constant(e);return i?.kind===`function`&&!n?r.evaluator.invoke(i,t):null}function hd(e,t){let{name:n,values:r,block:i,context:a}=t,[o]=r;switch(n){case`puts`:case`print`:case`require`:case`require_relative`:case`clear`:case`null`:case`skip`:return A(e);case`blank`:return M(``,e);case`format`:case`sprintf`:return o?.kind===`string`&&!t.openArguments?Xu(o.text,r.slice(1),e):null;case`Array`:return o?.kind===`nil`?P([],e):o?.kind===`array`?o:o?.kind===`string`?P([o],e):null;case`String`:{let t=o&&z(o);return typeof t==`string`?M(t,e):null}case`parse_json`:return o?.kind===`string`?Ul(o.text,e):null;case`loop`:if(!i)return null;for(let t=0;t<2e3;t++){if(i(),i.exit.value||a.frame.ended)return A(e);if(i.exit.uncertain)break}return cd(e,e.block,a);default:return null}}function gd(e,t){let{name:n,node:r,values:i,block:a}=t,[o]=i;switch(n){case`!`:return vd(yd(L(e)),t);case`==`:case`eql?`:return vd(o?Q(e,o):null,t);case`!=`:return vd(yd(o?Q(e,o):null),t);case`===`:return e.kind===`lambda`?null:vd(o?Nl(e,o):null,t);case`nil?`:return vd(bd(e)?null:e.kind===`nil`,t);case`is_a?`:case`kind_of?`:return vd(o?.kind===`class`?Pl(e,o.name):null,t);case`present?`:return vd(yd(xd(e)),t);case`blank?`:return vd(xd(e),t);case`presence`:{let t=xd(e);return t===null?e.kind===`unknown`?k(r):null:t?A(r):e}case`in?`:return o?t.context.evaluator.call(o,{...t,name:`include?`,values:[e]}):null;case`freeze`:return(e.kind===`array`||e.kind===`hash`||e.kind===`string`)&&(O(e),e.frozen=!0),e;case`itself`:case`html_safe`:return e;case`with_indifferent_access`:return e.kind===`hash`?an(e):null;case`dup`:case`clone`:return nn(e);case`deep_dup`:return $t(e);case`to_s`:{let t=i.length===0?z(e):null;return t===null?null:M(t,r)}case`tap`:return a?(a(e),e):null;case`then`:case`yield_self`:return a?a(e):null;case`try`:case`send`:case`public_send`:case`__send__`:return _d(e,t);default:return null}}function _d(e,t){let n=R(t.values[0]);return n===null||t.openArguments?null:t.name===`try`&&e.kind===`nil`?A(t.node):t.context.evaluator.call(e,{...t,name:n,values:t.values.slice(1)})}function vd(e,{node:t}){return e===null?k(t):j(e,t)}function yd(e){return e===null?null:!e}function bd({kind:e}){return e===`unknown`||e===`choice`}function xd(e){switch(e.kind){case`nil`:return!0;case`boolean`:return!e.boolean;case`string`:return e.text.trim()===``;case`template`:return!e.parts.some(e=>e!==null&&e.trim()!==``)&&null;case`array`:return B(e)?.length===0||!e.items.some(e=>!e.conditional)&&null;case`hash`:return Array.from(e.entries.values()).some(e=>!e.conditional)?!1:e.open||e.entries.size>0?null:!0;case`symbol`:return e.text===``;case`choice`:{let t=e.options.map(xd);return t.every(e=>e===t[0])?t[0]:null}case`unknown`:return null;default:return!1}}function Sd(e){let[t]=e.values;if(e.values.length!==1||![`[]`,`dig`,`fetch`].includes(e.name))return null;let n=R(t);return(n===null?null:e.context.evaluator.surroundings.definition(n))||e.context.evaluator.surprise(e.node)}function Cd(e,t){if(t.openArguments||!D(e.entries.size>>4))return null;let{name:n,values:r,node:i,context:a}=t,[o,s]=r;switch(n){case`[]`:return o&&r.length===1?Nu(e,o,i):null;case`dig`:{let n=o?Nu(e,o,i):null;return!n||r.length===1||n.kind===`nil`?n:a.evaluator.call(n,{...t,values:r.slice(1)})}case`fetch`:return o?Td(e,o,t):null;case`merge`:case`deep_merge`:return Ed(nn(e),t);case`merge!`:case`update`:case`deep_merge!`:return a.evaluator.isTentative(e)?null:Ed(e,t);case`reverse_merge`:case`with_defaults`:return o?.kind===`hash`?Ed(nn(o),{...t,values:[e]}):null;case`[]=`:case`store`:return!o||!s?null:(gu(e,e.indifferent&&o.kind===`symbol`?M(o.text,o.node):o,s,a),s);case`delete`:{if(!o||t.block||Mu(e,o))return null;let n=Nu(e,o,i);return n.kind!==`nil`&&_u(e,o,a),n}case`except`:case`slice`:case`without`:return r.every(I)&&!Mu(e)?kd(e,r,n===`slice`,i):null;case`compact`:return jd(e,i);case`to_h`:case`to_hash`:return t.block?Pd(e,t):e;case`symbolize_keys`:case`deep_symbolize_keys`:case`to_options`:case`stringify_keys`:case`deep_stringify_keys`:return Md(e,n.includes(`stringify`)?M:Gt,n.startsWith(`deep`),i);case`key?`:case`has_key?`:case`include?`:case`member?`:return o?Nd(e,o,i):null;case`exclude?`:{let t=o?L(Nd(e,o,i)):null;return t===null?k(i):j(!t,i)}default:return wd(e)?Pd(e,t):null}}function wd(e){return!e.open&&Array.from(e.entries.values()).every(e=>!e.conditional&&!e.mixed)}function Td(e,t,{values:n,node:r,block:i}){if(!I(t)||Mu(e,t))return null;let a=ju(e,t);return a?a.conditional?F([a.value,k()],r):a.value:e.open?k(r):i?i(t):n[1]??null}function Ed(e,{name:t,values:n,block:r}){O(e);for(let i of n)if(i.kind!==`hash`)ol(e);else{for(let n of i.entries.values()){let i=e.entries.get(n.key),a=i?Dd(t,i,n,r):n.value;cl(e,{...Od(i,{...n,value:a}),keyNode:n.keyNode})}i.open&&ol(e)}return e.indifferent&&rn(e),e}function Dd(e,t,n,r){if(!D())return k();if(e.startsWith(`deep`)&&t.value.kind===`hash`&&n.value.kind===`hash`){let i=nn(t.value);for(let t of n.value.entries.values()){let n=i.entries.get(t.key);i.entries.set(t.key,{...t,value:n?Dd(e,n,t,r):t.value})}return i.open||=n.value.open,i}return n.mixed?F([t.value,n.value,k()]):r?r(t.keyValue,t.value,n.value):n.value}function Od(e,t){return t.conditional&&e?{...e,value:F([e.value,t.value])}:t}function kd(e,t,n,r){let i=new Set(t.map(t=>ju(e,t))),a=Ad(e,r);if(n)for(let e of i)e&&a.entries.set(e.key,e);else for(let t of e.entries.values())i.has(t)||a.entries.set(t.key,t);return a}function Ad(e,t){return{...qt(t),open:e.open,indifferent:e.indifferent}}function jd(e,t){let n=Ad(e,t);for(let[t,r]of e.entries){if(r.value.kind===`nil`)continue;let e=r.value.kind===`unknown`||r.value.kind===`choice`&&r.value.options.some(({kind:e})=>e===`nil`||e===`unknown`);n.entries.set(t,e?{...r,conditional:!0}:r)}return n}function Md(e,t,n,r){if(!D(e.entries.size+1))return{...Ad(e,r),open:!0};let i={...Ad(e,r),indifferent:!1};for(let[r,a]of e.entries){let e=R(a.keyValue)!==null,o=n&&a.value.kind===`hash`?Md(a.value,t,!0,a.value.node):a.value;i.entries.set(r,{...a,keyValue:e?t(a.key):a.keyValue,value:o})}return i}function Nd(e,t,n){if(!I(t)||Mu(e,t))return k(n);let r=ju(e,t);return r?r.conditional?k(n):j(!0,n):e.open?k(n):j(!1,n)}function Pd(e,t){let{name:n,node:r,values:i,block:a,context:o}=t,[s]=i,c=Array.from(e.entries.values());switch(n){case`keys`:return P(c.map(e=>Ld(e)),r);case`values`:return P(c.map(e=>e.value),r);case`size`:case`length`:return N(c.length,r);case`empty?`:return j(c.length===0,r);case`values_at`:return P(i.map(t=>Nu(e,t,r)),r);case`invert`:{let t=c.map(e=>il(e.value,Ld(e)));return t.includes(null)?null:{...Ad(e,r),entries:new Map(t.map(e=>[e.key,e]))}}case`each`:case`each_pair`:if(!a)break;for(let e of c)a(Id(e));return e;case`each_key`:case`each_value`:for(let e of c)a?.(n===`each_key`?Ld(e):e.value);return a&&e;case`transform_values`:return a?{...Ad(e,r),entries:new Map(c.map(e=>[e.key,{...e,value:a(e.value)}]))}:null;case`transform_keys`:return a?Rd(e,c,a,r):null;case`select`:case`filter`:case`reject`:return a?zd(e,c,t):null;case`delete_if`:case`keep_if`:case`reject!`:case`select!`:{if(!a||o.evaluator.isTentative(e))return null;let r=zd(e,c,{...t,name:n===`delete_if`||n===`reject!`?`reject`:`select`});return wd(r)?(O(e),e.entries=r.entries,e):null}case`clear`:return o.evaluator.isTentative(e)?null:(O(e),e.entries=new Map,e);case`any?`:if(!a&&!s)return j(c.length>0,r);break;case`deep_dup`:return $t(e)}return Fd.has(n)?Hu(P(c.map(e=>Id(e)),r),t):null}const Fd=new Set(`all?.any?.collect.count.detect.each.each_pair.each_slice.each_with_index.each_with_object.entries.filter_map.find.first.flat_map.group_by.inject.map.max_by.min_by.none?.partition.reduce.sort.sort_by.sum.to_a.to_h.zip`.split(`.`));function Id(e){return P([Ld(e),e.value])}function Ld({key:e,keyNode:t,keyValue:n}){return n.kind===`string`?M(e,t):n}function Rd(e,t,n,r){let i=Ad(e,r);for(let e of t){let t=il(n(Ld(e)),e.value,e.keyNode);if(!t)return null;i.entries.set(t.key,t)}return i}function zd(e,t,{name:n,block:r,node:i}){let a=Ad(e,i);for(let e of t){let t=L(r(Ld(e),e.value));t===null?a.entries.set(e.key,{...e,conditional:!0}):t===(n!==`reject`)&&a.entries.set(e.key,e)}return a}const Bd=new Set([`+`,`-`,`*`,`/`,`%`,`**`,`<`,`>`,`<=`,`>=`,`<=>`]);function Vd(e,t){let{name:n,values:r,node:i,block:a}=t,[o,s]=r,{number:c,float:l}=e;if(t.openArguments)return null;if(o&&Bd.has(n))return bl(e,n,o,i);if(n===`times`)return l||r.length>0?null:Ud(0,c-1,1,e,t);if(o?.kind===`number`&&!l&&!o.float)switch(n){case`upto`:return Ud(c,o.number,1,e,t);case`downto`:return Ud(c,o.number,-1,e,t);case`step`:return s?.kind===`number`&&!s.float?Ud(c,o.number,s.number,e,t):null;case`fdiv`:return kl({...e,float:!0},`/`,o,i);case`div`:return kl(e,`/`,o,i);case`modulo`:return kl(e,`%`,o,i)}if(n===`between?`&&o&&s){let t=[Dl(e,o),Dl(e,s)];return t.includes(null)?null:j(t[0]>=0&&t[1]<=0,i)}return r.length>0||a?null:Hd(e,t)}function Hd(e,{name:t,node:n}){let{number:r,float:i}=e;switch(t){case`to_i`:case`to_int`:case`truncate`:return N(Math.trunc(r),n);case`to_f`:return{...e,float:!0,node:n};case`round`:return N(Math.sign(r)*Math.round(Math.abs(r)),n);case`floor`:return N(Math.floor(r),n);case`ceil`:return N(Math.ceil(r),n);case`abs`:return{...e,number:Math.abs(r),node:n};case`-@`:return{...e,number:-r,node:n};case`+@`:return e;case`succ`:case`next`:return i?null:N(r+1,n);case`pred`:return i?null:N(r-1,n);case`zero?`:return j(r===0,n);case`positive?`:return j(r>0,n);case`negative?`:return j(r<0,n);case`even?`:return i?null:j(r%2==0,n);case`odd?`:return i?null:j(r%2!=0,n);case`integer?`:return j(!i,n);case`ordinalize`:return i||r<0?null:M(`${r}${Wd(r)}`,n);default:return null}}function Ud(e,t,n,r,i){let a=n===0?1/0:Math.max(0,Math.floor((t-e)/n)+1);if(a>2e3)return null;let o=Array.from({length:a},(t,r)=>N(e+r*n));if(!i.block)return{...P(o,i.node),enumerates:`each`};for(let e of o)i.block(e);return r}function Wd(e){return Math.floor(e/10)%10==1?`th`:[`th`,`st`,`nd`,`rd`][e%10]??`th`}function Gd(e,{name:t,values:n,node:r}){let i=n.map(n=>n.kind===`regexp`&&t.startsWith(`start`)?dl({...n,source:`\\A(?:${n.source})`},e):n.kind===`string`?t===`include?`||t===`exclude?`?e.includes(n.text):t.startsWith(`start`)?e.startsWith(n.text):e.endsWith(n.text):null),a=t!==`exclude?`;return i.includes(!0)?j(a,r):i.includes(null)||i.length===0?k(r):j(!a,r)}function Kd(e,t){let{name:n,values:r,node:i,block:a}=t,[o,s]=r;if(n===`remove`)return r.every(e=>e.kind===`string`)?M(r.reduce((e,t)=>e.replaceAll(R(t),``),e),i):null;if(n.startsWith(`delete_`))return o?.kind===`string`?!(n===`delete_prefix`?e.startsWith(o.text):e.endsWith(o.text))||o.text===``?M(e,i):M(n===`delete_prefix`?e.slice(o.text.length):e.slice(0,-o.text.length),i):null;let c=qd(o,e,n===`gsub`);if(!c)return null;let l=s?.kind===`string`||s?.kind===`hash`||s===void 0&&a!==null,u=e.replace(c,(e,...n)=>{let r=[e,...n.slice(0,n.findIndex(e=>typeof e==`number`))],i=s===void 0?Yd(e,t):Jd(s,e,r);return l&&=i!==null,i??``});return l?M(u,i):null}function qd(e,t,n){return e?.kind===`string`?new RegExp(e.text.replace(/[\\^$.*+?()[\]{}|/]/gu,e=>`\\${e}`),n?`gu`:`u`):e?.kind===`regexp`?ul(e,t,n):null}function Jd(e,t,n){if(e.kind===`string`)return e.text.includes(`\\`)?yl(e.text,n):e.text;if(e.kind!==`hash`||e.open)return null;let r=e.entries.get(t);return r&&r.keyValue.kind===`string`?r.conditional?null:z(r.value):``}function Yd(e,{block:t}){let n=t?.(M(e));return n?z(n):null}function Xd(e,{values:t,node:n}){let[r,i]=t;if(i)return null;let a=Zd(e,r);if(!a)return null;for(;a.at(-1)===``;)a.pop();return P(a.map(e=>M(e)),n)}function Zd(e,t){if(!t||t.kind===`string`&&t.text===` `)return e.split(/[ \t\r\n\f\v]+/).filter((e,t)=>e!==``||t>0);if(t.kind===`string`)return t.text===``?Array.from(e):e.split(t.text);if(t.kind!==`regexp`||/[()?*]/.test(t.source))return null;let n=ul(t,e);return n&&e.split(n)}function Qd(e,{name:t,values:n,node:r}){let[i,a]=n,o=Array.from(e),s=(e,t)=>{let n=e<0?e+o.length:e;return n<0||n>o.length||t<0?A(r):M(o.slice(n,n+t).join(``),r)};if(t===`first`||t===`last`){let e=i===void 0?1:i.kind===`number`?i.number:-1;return e<0?null:M((t===`first`?o.slice(0,e):e===0?[]:o.slice(-e)).join(``),r)}if(i?.kind===`number`&&!i.float){let e=i.number;return t===`from`?s(e,1/0):t===`to`?s(0,e<0?e+o.length+1:e+1):a?.kind===`number`?s(e,a.number):a||e>=o.length||e<-o.length?a?null:A(r):s(e,1)}if(i?.kind===`range`&&!a){let e=Xc(i,o.length);return e&&s(...e)}if(i?.kind===`string`&&!a)return e.includes(i.text)?M(i.text,r):A(r);if(i?.kind===`regexp`){let t=ul(i,e);if(!t||a&&a.kind!==`number`)return null;let n=t.exec(e)?.[a?.kind===`number`?a.number:0];return n===void 0?A(r):M(n,r)}return null}function $d(e,{name:t,values:n,node:r}){let[i,a]=n;if(t===`squeeze`){if(i&&i.kind!==`string`)return null;let t=i?.kind===`string`?ef(i.text):null;return M(Array.from(e).filter((e,n,r)=>e!==r[n-1]||t!==null&&!t.includes(e)).join(``),r)}if(i?.kind!==`string`||i.text.includes(`\\`))return null;let o=i.text.length>1&&i.text.startsWith(`^`),s=ef(o?i.text.slice(1):i.text);if(!s||n.some(e=>!I(e)))return null;if(t===`delete`)return a?null:M(Array.from(e).filter(e=>s.includes(e)===o).join(``),r);let c=a?.kind===`string`?ef(a.text):null;if(!c)return null;let l=c.at(-1)??``;return M(Array.from(e,e=>{let t=s.lastIndexOf(e);return o?t===-1?l:e:t===-1?e:c[t]??l}).join(``),r)}function ef(e){let t=Array.from(e),n=[];for(let e=0;e<t.length;e++){let[r,i,a]=[t[e],t[e+1],t[e+2]];if(i!==`-`||a===void 0){n.push(r);continue}let[o,s]=[r.codePointAt(0),a.codePointAt(0)];if(s<o||s-o>500)return null;for(let e=o;e<=s;e++)n.push(String.fromCodePoint(e));e+=2}return n}function tf(e){return ml(e)?e.replace(/^_+/,``).replace(/_id$/,``).replaceAll(`_`,` `).toLowerCase().replace(/^\w/,e=>e.toUpperCase()):null}function nf(e){return ml(e)?/[A-Z-]|::/.test(e)?e.replaceAll(`::`,`/`).replace(/([A-Z\d]+)([A-Z][a-z])/g,`$1_$2`).replace(/([a-z\d])([A-Z])/g,`$1_$2`).replaceAll(`-`,`_`).toLowerCase():e:null}function rf(e){let t=tf(nf(e)??``);return ml(e)&&t!==null?t.replace(/\b(?<!\w['`])[a-z]/g,e=>e.toUpperCase()):null}function af(e){return ml(e)?e.replace(/^[a-z\d]*/,cf).replace(/(?:_|(\/))([a-z\d]*)/gi,(e,t,n)=>(t??``)+cf(n)).replaceAll(`/`,`::`):null}function of(e){return ml(e)?e.replace(/[^a-z0-9\-_]+/gi,`-`).replace(/-{2,}/g,`-`).replace(/^-|-$/g,``).toLowerCase():null}function sf(e){return ml(e)?e.split(/_+|(?<!\d)(?=\d)|(?<=\d)(?!\d)|(?<![A-Z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][^A-Z0-9_])/).filter(e=>e.trim()!==``).map((e,t)=>/^[A-Z]+$/m.test(e)?e:/^(id|ur[il])$/im.test(e)?e.toUpperCase():t===0?tf(e):e.toLowerCase()).join(` `):null}function cf(e){return e.slice(0,1).toUpperCase()+e.slice(1).toLowerCase()}const lf=/\b(equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/i,uf=new Map([[`person`,`people`],[`man`,`men`],[`child`,`children`],[`sex`,`sexes`],[`move`,`moves`],[`zombie`,`zombies`]]),df=[[/(quiz)$/i,`$1zes`],[/^(oxen)$/i,`$1`],[/^(ox)$/i,`$1en`],[/^(m|l)ice$/i,`$1ice`],[/^(m|l)ouse$/i,`$1ice`],[/(matr|vert|ind)(?:ix|ex)$/i,`$1ices`],[/(x|ch|ss|sh)$/i,`$1es`],[/([^aeiouy]|qu)y$/i,`$1ies`],[/(hive)$/i,`$1s`],[/(?:([^f])fe|([lr])f)$/i,`$1$2ves`],[/sis$/i,`ses`],[/([ti])a$/i,`$1a`],[/([ti])um$/i,`$1a`],[/(buffal|tomat)o$/i,`$1oes`],[/(bu)s$/i,`$1ses`],[/(alias|status)$/i,`$1es`],[/(octop|vir)i$/i,`$1i`],[/(octop|vir)us$/i,`$1i`],[/^(ax|test)is$/i,`$1es`],[/s$/i,`s`],[/$/,`s`]];function ff(e){if(!ml(e)||e.includes(`
`))return null;if(e===``||lf.test(e))return e;for(let[t,n]of uf){if(RegExp(`${n}$`,`i`).test(e))return e;if(RegExp(`${t}$`,`i`).test(e))return e.slice(0,1-t.length)+n.slice(1)}let[t,n]=df.find(([t])=>t.test(e));return e.replace(t,n)}const pf=new Map([[`squish`,e=>e.replace(/\s+/gu,` `).replace(/^[ \0]+|[ \0]+$/gu,``)],[`strip`,e=>e.replace(/^[ \t\r\n\f\v\0]+|[ \t\r\n\f\v\0]+$/gu,``)],[`lstrip`,e=>e.replace(/^[ \t\r\n\f\v\0]+/u,``)],[`rstrip`,e=>e.replace(/[ \t\r\n\f\v\0]+$/u,``)],[`strip_heredoc`,_f],[`chomp`,e=>e.replace(/(\r\n|\n|\r)$/u,``)],[`chop`,e=>e.replace(/(\r\n|[\s\S])$/u,``)],[`reverse`,e=>Array.from(e).reverse().join(``)],[`upcase`,e=>mf(e)?e.toUpperCase():null],[`downcase`,e=>mf(e)?e.toLowerCase():null],[`swapcase`,e=>ml(e)?e.replace(/[a-zA-Z]/g,gf):null],[`capitalize`,e=>mf(e)?hf(e.toLowerCase()):null],[`upcase_first`,e=>mf(e)?hf(e):null],[`downcase_first`,e=>mf(e)?e.slice(0,1).toLowerCase()+e.slice(1):null],[`humanize`,tf],[`titleize`,rf],[`titlecase`,rf],[`labelize`,sf],[`underscore`,nf],[`camelize`,af],[`camelcase`,af],[`classify`,()=>null],[`dasherize`,e=>e.replaceAll(`_`,`-`)],[`parameterize`,of],[`pluralize`,ff],[`encode_hex`,vf],[`to_hex`,vf],[`quote`,e=>e.replaceAll(`'`,`''`)],[`scrub`,e=>e]]);function mf(e){return/^(?:[\0-\u00de\u00e0-\u012f\u0132-\u0148\u014a-\u017e\u2000-\u2bff\u3000-\ud7ff]|[\u{1f000}-\u{1ffff}]|\ufe0f)*$/u.test(e)}function hf(e){return e.slice(0,1).toUpperCase()+e.slice(1)}function gf(e){return e===e.toUpperCase()?e.toLowerCase():e.toUpperCase()}function _f(e){let t=Array.from(e.matchAll(/^[ \t]*(?=\S)/gm),([e])=>e.length),n=t.length===0?0:Math.min(...t);return e.replace(RegExp(`^[ \\t]{${n}}`,`gm`),``)}function vf(e){return Array.from(new TextEncoder().encode(e),e=>e.toString(16).padStart(2,`0`)).join(``)}function yf(e,t){return t.openArguments||e.kind!==`template`&&!D(e.text.length>>6)?null:e.kind===`template`?kf(e,t):e.kind===`symbol`?xf(e,t):Sf(e,t)}const bf=new Set([`upcase`,`downcase`,`capitalize`,`swapcase`]);function xf(e,t){let{name:n,node:r}=t;switch(n){case`to_sym`:return e;case`id2name`:case`name`:return M(e.text,r);case`length`:case`size`:case`[]`:case`empty?`:case`start_with?`:case`end_with?`:case`match?`:case`=~`:return Sf(M(e.text),t);case`<=>`:return t.values[0]?bl(e,n,t.values[0],r):null;default:{let i=bf.has(n)&&t.values.length===0?pf.get(n)(e.text):null;return i===null?null:Gt(i,r)}}}function Sf(e,t){let{name:n,node:r,values:i,context:a}=t,[o,s]=i,{text:c}=e;switch(n){case`+`:case`<`:case`>`:case`<=`:case`>=`:case`<=>`:return o?bl(e,n,o,r):null;case`*`:return o?.kind===`number`?Fl(c,o.number,r):null;case`%`:return o?Xu(c,i,r):null;case`<<`:case`concat`:case`prepend`:case`insert`:case`replace`:return a.evaluator.isTentative(e)?null:wf(e,t);case`to_sym`:case`intern`:return Gt(c,r);case`to_str`:case`+@`:case`-@`:return n===`+@`&&e.frozen?M(c,r):e;case`to_i`:return o?null:Ef(c,r);case`to_f`:{let e=/^\s*([-+]?\d+(?:\.\d+)?)(?![\d_eE.])/.exec(c)?.[1];return{kind:`number`,number:Number(e??0),float:!0,node:r}}case`include?`:case`exclude?`:case`start_with?`:case`starts_with?`:case`end_with?`:case`ends_with?`:return Gd(c,t);case`match?`:case`=~`:{let e=o?.kind===`regexp`?dl(o,c):null;return e===null?null:n===`match?`?j(e,r):e?Tf(o,c,r):A(r)}case`casecmp?`:return o?.kind===`string`?j(c.toLowerCase()===o.text.toLowerCase(),r):null;case`between?`:{let t=[o,s].map(t=>t?Dl(e,t):null);return t.includes(null)?null:j(t[0]>=0&&t[1]<=0,r)}case`empty?`:return j(c===``,r);case`length`:case`size`:return N(Array.from(c).length,r);case`bytesize`:return N(new TextEncoder().encode(c).length,r);case`gsub`:case`sub`:case`remove`:case`delete_prefix`:case`delete_suffix`:return Kd(c,t);case`split`:return Xd(c,t);case`chars`:case`each_char`:return P(Array.from(c,e=>M(e)),r);case`lines`:return P((c.match(/[^\n]*\n|[^\n]+/g)??[]).map(e=>M(e)),r);case`[]`:case`slice`:case`first`:case`last`:case`at`:case`from`:case`to`:return Qd(c,t);case`tr`:case`delete`:case`squeeze`:return $d(c,t);case`rjust`:case`ljust`:case`center`:return Df(c,t);case`truncate`:return o?.kind===`number`&&!s?Of(c,o.number,r):null;case`eql?`:return o?j(Q(e,o)===!0,r):null;default:return Cf(e,t)}}function Cf(e,t){let{name:n,node:r,values:i,context:a}=t,o=n.endsWith(`!`),s=i.length===0?pf.get(o?n.slice(0,-1):n)?.(e.text):null;return typeof s==`string`?o?a.evaluator.isTentative(e)?null:s===e.text?n===`squish!`?e:A(r):(vu(e,s,r),e):M(s,r):null}function wf(e,{name:t,values:n,node:r}){let i=n.map(e=>e.kind===`number`?null:z(e));if(t===`insert`){let t=n[0]?.kind===`number`?n[0].number:null,a=Array.from(e.text);return t===null||typeof i[1]!=`string`||t>a.length||t<-a.length-1?null:(a.splice(t<0?a.length+1+t:t,0,i[1]),vu(e,a.join(``),r),e)}if(i.includes(null)||n.some(e=>e.kind!==`string`))return null;let a=i.join(``),o=t===`replace`?a:t===`prepend`?a+e.text:e.text+a;return o.length>2e5?null:(vu(e,o,r),e)}function Tf(e,t,n){let r=ul(e,t)?.exec(t)?.index;return r===void 0?null:N(Array.from(t.slice(0,r)).length,n)}function Ef(e,t){let n=/^\s*([-+]?\d+(?:_\d+)*)/.exec(e)?.[1]?.replaceAll(`_`,``)??`0`;return Number.isSafeInteger(Number(n))?N(Number(n),t):null}function Df(e,{name:t,values:n,node:r}){let[i,a]=n,o=a===void 0?` `:a.kind===`string`?a.text:``;if(i?.kind!==`number`||o===``||i.number>1e3)return null;let s=Math.max(0,i.number-Array.from(e).length),c=t===`rjust`?s:t===`center`?Math.floor(s/2):0;return M(``.padStart(c,o)+e+``.padStart(s-c,o),r)}function Of(e,t,n){let r=Array.from(e);return t<3?null:M(r.length>t?`${r.slice(0,t-3).join(``)}...`:e,n)}function kf(e,t){return t.name===`+`&&t.values[0]?bl(e,`+`,t.values[0],t.node):t.name===`squish`||t.name===`strip`?el(e.parts.map(e=>e?.replace(/\s+/gu,` `)??null),t.node):null}const Af=[Z(y,jf),Z(qe,Su),Z(Ke,Su),Z(Ge,Su)];function jf(e,t){if(Rt(e))return{kind:`lambda`,node:e,scope:t.scope,strict:e.name===`lambda`};if(e.receiver===null){let n=Nf(e,t);return Mf(ud(e,n,t),n)}let n=t.evaluator.evaluate(e.receiver,t);if(e.isSafeNavigation()&&n.kind===`nil`)return A(e);let r=Nf(e,t),i=If(n,r);return i===null?(Vf(e,n,r),t.evaluator.surprise(e)):Mf(e.isSafeNavigation()&&L(n)===null?F([i,A()],e):i,r)}function Mf(e,{block:t,node:n}){return t?.exit.value?t.exit.value:t?.exit.uncertain?F([e,k()],n):e}function Nf(e,t){let n=[],r=!1;for(let i of E(e))if(i instanceof At){let e=t.evaluator.evaluate(i.expression,t),a=e.kind===`range`?qc(e):B(e);a?n.push(...a):r=!0}else n.push(t.evaluator.evaluate(i,t));return{node:e,name:e.name,values:n,openArguments:r,block:Pf(e,t),context:t}}function Pf(e,t){let{block:n}=e;if(n===null)return null;let r={value:null,uncertain:!1};if(n instanceof xe){let i=e=>{let{evaluator:i,scope:a}=t,o={...Gu(`block`,t.frame,i.region()),exit:r};return i.run({callable:n,scope:a,values:e,strict:!1,frame:o})};return Object.assign((...n)=>r.value||t.frame.ended?k(e):r.uncertain?t.evaluator.tentatively(()=>i(n),k(e)):i(n),{exit:r})}if(!(n instanceof be))return null;if(n.expression instanceof C)return Ff(n.expression.unescaped.value,e,t,r);let i=t.evaluator.evaluate(n.expression,t);return i.kind===`symbol`?Ff(i.text,e,t,r):Object.assign((...n)=>i.kind===`lambda`?t.evaluator.invoke(i,n):t.evaluator.surprise(e),{exit:r})}function Ff(e,t,n,r){return Object.assign((r=k(),...i)=>If(r,{node:t,name:e,values:i,openArguments:!1,block:null,context:n})??n.evaluator.surprise(t),{exit:r})}function If(e,t){if(e.kind===`choice`)return Bf(e.options,t);if(`frozen`in e&&e.frozen&&Hf(t.name))throw Ju;let n=gd(e,t);if(n)return n;switch(e.kind){case`definitions`:return Sd(t);case`lambda`:return[`call`,`()`,`[]`,`yield`,`===`].includes(t.name)&&!t.openArguments?t.context.evaluator.invoke(e,t.values):null;case`class`:return Gl(e,t);case`string`:case`symbol`:case`template`:return yf(e,t);case`number`:return Vd(e,t);case`array`:return Hu(e,t);case`range`:{let n=qc(e);return n&&Hu({kind:`array`,node:null,items:n.map(zf),open:!1},t)}case`hash`:return Cd(e,t);case`unknown`:return t.name===`+`&&t.values[0]?bl(e,`+`,t.values[0],t.node):null;case`boolean`:return Rf(e.boolean,t);case`nil`:return Lf(t);default:return null}}function Lf({name:e,values:t,node:n}){if(t.length>0)return null;switch(e){case`to_a`:return P([],n);case`to_h`:return qt(n);case`to_i`:return N(0,n);case`inspect`:return M(`nil`,n);default:return null}}function Rf(e,{name:t,values:n,node:r}){let i=n[0]?L(n[0]):null;if(i===null)return null;let a=new Map([[`&`,e&&i],[`|`,e||i],[`^`,e!==i]]).get(t);return a===void 0?null:j(a,r)}function zf(e){return{value:e,conditional:!1}}function Bf(e,t){if(t.block||e.length>16)return null;let n=e.map(e=>t.context.evaluator.tentatively(()=>If(e,t),null));return n.every(e=>e===null)?null:F(n.map(e=>e??k()),t.node)}function Vf(e,t,n){Hf(n.name)&&(t.kind===`array`||t.kind===`hash`||t.kind===`choice`?cn(t):yu(e.receiver,n.context)),Cu(e,t,n)}function Hf(e){return e.endsWith(`!`)&&e!==`!`||e===`[]=`||/\w=$/.test(e)||Uf.has(e)}const Uf=new Set([`<<`,`push`,`append`,`concat`,`unshift`,`prepend`,`insert`,`delete`,`store`,`update`,`clear`,`replace`,`pop`,`shift`,`delete_at`,`delete_if`,`keep_if`,`fill`]),Wf=[Z(ke,(e,t)=>Kf(e,e.name,t)),Z(Oe,(e,t)=>{let n=qf(e);return n===null?t.evaluator.surprise(e):Kf(e,n,t)}),Z(Ae,(e,t)=>{let n=t.evaluator.evaluate(e.value,t);return t.evaluator.surroundings.setConstant(t.scope.namespace+e.name,n),n}),Z(ct,Jf),Z(De,Jf),Z(je,(e,{evaluator:t,scope:n})=>(e.receiver===null&&n.namespace===``&&t.surroundings.setConstant(e.name,{kind:`function`,node:e}),Gt(e.name))),Z(kt,e=>k(e)),Z(Ve,e=>k(e)),Z(Me,e=>k(e))],Gf=new Set([`Array`,`Comparable`,`Date`,`DateTime`,`Enumerable`,`FalseClass`,`Float`,`Hash`,`Integer`,`JSON`,`NilClass`,`Numeric`,`Object`,`Proc`,`Range`,`Regexp`,`String`,`Symbol`,`Time`,`TrueClass`]);function Kf(e,t,{evaluator:n,scope:r}){let i=r.namespace;for(;;){let e=n.surroundings.constant(i+t);if(e)return e;if(i===``)break;i=i.replace(/[^:]+::$/,``)}return Gf.has(t)?{kind:`class`,name:t,node:e}:k(e)}function qf(e){if(e instanceof ke)return e.name;if(!(e instanceof Oe)||e.name===null)return null;if(e.parent===null)return e.name;let t=qf(e.parent);return t===null?null:`${t}::${e.name}`}function Jf(e,t){let n=qf(e.constantPath);if(n===null||!e.body)return A(e);let{evaluator:r,scope:i}=t,a=ou(null,!0,`${i.namespace}${n}::`);return r.evaluate(e.body,{evaluator:r,scope:a,frame:Gu(`lambda`,null,r.region())})}const Yf=[Z(bt,(e,t)=>t.evaluator.evaluate(e.statements,t)),Z(jt,Xf),Z(vt,(e,t)=>t.evaluator.evaluate(e.body,t)),Z(Ne,(e,t)=>t.evaluator.evaluate(e.statements,t)),Z(he,(e,t)=>Qf(e,t,!0)),Z(_t,(e,t)=>Qf(e,t,!1)),Z(Ue,(e,t)=>$f(e,e.predicate,e.statements,e.subsequent,t)),Z(Nt,(e,t)=>$f(e,e.predicate,e.elseClause,e.statements,t)),Z(Ee,ep),Z(Ot,(e,t)=>ap(t,Ku(t.frame),E(e),e)),Z(dt,(e,t)=>ap(t,t.frame,E(e),e)),Z(Ce,op)];function Xf(e,t){return Zf(e.body,0,t)}function Zf(e,t,n){let{evaluator:r,frame:i,scope:a}=n,o=A(),s=r.surprises();for(let c=t;c<e.length;c++){if(i.kind===`guard`&&r.surprises()>s&&(i.partial=!0),i.partial&&(i.kind!==`lambda`||i.region>0)){let t=du(a);return i.partial=!1,o=r.tentatively(()=>Zf(e,c,n),k(e[c])),pu(a,[t,du(a)]),i.partial=!0,o}if(o=r.evaluate(e[c],n),i.ended)break}return o}function Qf(e,t,n){let r=t.evaluator.evaluate(e.left,t),i=L(r);if(i!==null&&i!==n)return r;if(i!==null)return t.evaluator.evaluate(e.right,t);let a=rp(e.right,t);return a.ended&&(t.frame.partial=!0),a.ended?r:F([r,a.value],e)}function $f(e,t,n,r,i){let a=L(i.evaluator.evaluate(t,i));return a===null?ip(e,[n,r],i):i.evaluator.evaluate(a?n:r,i)}function ep(e,t){let n=e.predicate?t.evaluator.evaluate(e.predicate,t):null,r=[];for(let i of e.conditions){if(!(i instanceof Ft))return t.evaluator.surprise(e);let a=i.conditions.map(e=>np(e,n,t));if(a.includes(!0))return r.push(i.statements),tp(e,r,t);a.includes(null)&&r.push(i.statements)}return r.push(e.elseClause),tp(e,r,t)}function tp(e,t,n){return t.length===1?n.evaluator.evaluate(t[0],n):ip(e,t,n)}function np(e,t,n){if(e instanceof At){let r=B(n.evaluator.evaluate(e.expression,n));if(!r||!t)return null;let i=r.map(e=>Nl(e,t));return i.includes(!0)?!0:i.includes(null)?null:!1}let r=n.evaluator.evaluate(e,n);return t?Nl(r,t):L(r)}function rp(e,t){let n=du(t.scope),r={...t.frame,partial:!1},{evaluator:i}=t,a=i.tentatively(()=>i.evaluate(e,{...t,frame:r}),null),o=du(t.scope);return fu(t.scope,n),{value:a??k(e),ended:r.ended||a===null,partial:r.partial,after:o}}function ip(e,t,n){let r=t.map(e=>rp(e,n)),i=r.filter(e=>!e.ended);return i.length===0?(n.frame.ended=!0,A()):((i.length<r.length||i.some(e=>e.partial))&&(n.frame.partial=!0),pu(n.scope,i.map(e=>e.after)),F(i.map(e=>e.value),e))}function ap(e,t,n,r){let{evaluator:i,frame:a}=e,o=n.map(t=>i.evaluate(t,e)),s=o.length>1?P(o,r):o[0]??A(r);if(t.returns.push(i.isTentative()?$t(s):s),i.region()===t.region)for(let e=a;e!==t;e=e.parent)e.ended=!0;return i.region()===t.region&&(t.ended=!0),a.ended=!0,s}function op(e,t){let{evaluator:n,frame:r}=t,i=E(e).map(e=>n.evaluate(e,t)),a=i.length>1?P(i,e):i[0]??A(e);return n.region()===r.region?r.exit.value??=a:r.exit.uncertain=!0,r.ended=!0,a}const sp=[Z(ye,cp),Z(Tt,(e,t)=>lp(e,e.expression,e.rescueExpression,null,t))];function cp(e,t){let{rescueClause:n,elseClause:r,ensureClause:i}=e;if(n?.subsequent||n&&r)return ip(e,[e.statements,n.statements,n.subsequent?.statements??r],t),t.evaluator.surprise(e);let a=n?lp(e,e.statements,n.statements,n,t):t.evaluator.evaluate(e.statements,t);return i&&t.evaluator.evaluate(i.statements,t),a}function lp(e,t,n,r,i){let{evaluator:a,scope:o}=i,s=r?.reference;if(t&&dp(t))return s instanceof at&&uu(o,s.name,s.depth,k()),ip(e,[t,n],i);let c=a.surprises();try{let r={...i.frame,kind:`guard`,partial:!1},s=a.evaluate(t,{...i,frame:r}),l=a.surprises()===c;if(l&&r.ended&&(i.frame.ended=!0),l&&r.partial&&(i.frame.partial=!0),l)return s;let u=du(o),d=rp(n,i);return r.ended&&d.ended&&(i.frame.ended=!0),(r.ended||d.ended||r.partial||d.partial)&&(i.frame.partial=!0),pu(o,[u,d.after]),r.ended?d.value:d.ended?s:F([s,d.value],e)}catch(t){if(!(t instanceof qu))throw t;return r&&r.exceptions.length>0&&!up(r)?a.surprise(e):(s instanceof at&&uu(o,s.name,s.depth,k()),a.evaluate(n,i))}}function up(e){return e.exceptions.some(e=>`name`in e&&/^(StandardError|Exception|RuntimeError)$/.test(String(e.name)))}function dp(e){return!D()||e instanceof y&&e.receiver===null&&e.arguments_&&e.name!==`call`&&!fp.has(e.name)?!0:Vt(e).some(dp)}const fp=new Set([`lambda`,`proc`,`raise`,`error`,`puts`]);new Map([...Zc,...$u,...Wf,...Yf,...id,...sp,...Af]);function pp(e){let t=[];return n(e),t;function n(e){t.push(e);for(let t of e.fields)t.properties&&n(t.properties)}}function mp(e,t){return e.map(e=>[e,t])}new Map([...mp([jt],(e,{body:t},n)=>e===t.at(-1)?n:`void`),...mp([Ue,Nt,Ee],(e,{predicate:t},n)=>e===t?`value`:n),...mp([Ne,Fe,vt,bt,Tt],(e,t,n)=>n),...mp([Ft,Et],(e,{statements:t},n)=>e===t||e instanceof Et?n:`value`),...mp([ye],(e,t,n)=>e instanceof Fe?`void`:n),...mp([he,_t],(e,{right:t},n)=>e===t?n:`value`),...mp([It,Pt,ze],(e,{statements:t})=>e===t?`void`:`value`),...mp([tt,je],(e,{body:t})=>e===t?`tail`:`value`),...mp([Ot,dt],()=>`tail`),...mp([ge],(e,t,n)=>n===`tail`||n===`block`?n:`value`)]);function hp(e){return e.chain.filter(t=>t!==e.node).map(e=>e.name)}const gp=new Set([`each`,`each_with_index`,`each_pair`,`each_slice`,`each_with_object`,`times`]),_p=m({id:`structure/discarded-request`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses the result of every request.`,why:`A request is only sent when its result is asked for, so one whose result is dropped is never sent.`,remedy:"Return the result, or ask it for something, as in `post('/audit', input).presence`.",sources:[q.gem,q.waitForResume]},messages:{dropped:e=>`The result of this \`${e}\` is not used, so the request is never sent.`},examples:{bad:[{name:`a request before the last expression`,source:g`
          { actions: { a: { execute: ->(_c, i) { post('/audit', i).headers(a: 'b'); { ok: true } } } } }
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dropped
        `},{name:`a request in a loop that drops it`,source:g`
          { actions: { a: { execute: ->(_c, i) { i['ids'].each { |id| delete("/x/#{id}") }; {} } } } }
                                                                      ^^^^^^^^^^^^^^^^^^ dropped
        `}],good:[{name:`a result that is asked for, returned or kept`,source:g`
          {
            actions: {
              a: {
                execute: ->(_c, i) {
                  post('/audit', i).presence
                  items = i['ids'].map { |id| get("/x/#{id}") }
                  i['x'] ? get('/a') : { items: items }
                }
              }
            }
          }
        `}]},create:e=>({request({verb:t,fact:n,lambda:r}){if(!r||n.node.block!==null||!(n.chainUsage===`void`||n.chainUsage===`block`&&n.blocks!==null&&gp.has(n.blocks.call.name))||!hp(n).every(e=>Hc.has(e)))return;let i=n.chain.at(-1)??n.node;e.report(`dropped`,{span:w(i),path:r.path},[t])}})}),vp=new Set([`connection.base_uri`,`authorization.client_id`,`authorization.client_secret`,`authorization.authorization_url`,`authorization.token_url`,`authorization.selected`,`trigger.dedup`]),yp=m({id:`structure/dsl-in-plain-lambda`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Makes no request and calls no method where addresses, client credentials and signatures are made.`,why:"The SDK runs these lambdas without requests and `call`, so they fail when the connector is tested with it.",remedy:`Work the value out from the arguments of the lambda alone.`,sources:[q.methods,q.gem]},messages:{used:(e,t)=>`The lambda of \`${e}\` runs without \`${t}\`.`},examples:{bad:[{name:`a method in the base address`,source:g`
          { connection: { base_uri: lambda { |connection| call('host', connection) } } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ used
        `},{name:`a request in a method that converts a field`,source:g`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 'id', convert_input: 'find_id' }] } } },
            methods: { find_id: ->(name) { get('/find', name: name)['id'] } }
                                           ^^^^^^^^^^^^^^^^^^^^^^^^ used
          }
        `}],good:[{name:`the connection alone`,source:g`{ connection: { base_uri: lambda { |c| "https://#{c['subdomain']}.acme.com" } } }`},{name:`a method where it may be used`,source:g`{ connection: { authorization: { apply: lambda { |c| headers(key: call('key', c)) } } } }`}]},create:e=>{let t=new Set;return{field(e){for(let n of[`convert_input`,`convert_output`,`render_input`,`parse_output`]){let r=e.text(n);r!==null&&t.add(r)}},bareCall:Object.fromEntries([...Wc,`call`].map(e=>[e,n]))};function n({node:n,lambda:r}){r&&E(n).length!==0&&(bp(r)||r.owner===`method`&&t.has(r.key))&&e.report(`used`,{span:w(n),path:r.path},[r.key,n.name])}}});function bp({owner:e,key:t}){return vp.has(`${e}.${t}`)}function xp(e){let{node:t}=e;if(e.shadowed.length===0||!(t instanceof He||t instanceof et))return[];let n=t.elements.findIndex(e=>!(e instanceof v)),r=new Set;for(let e of t.elements.slice(n+1))e instanceof v&&r.add(e.key);let i=[];for(let t of e.shadowed){let{keyNode:n}=t;n&&r.has(n)&&i.push({entry:t,keyNode:n,last:e.entries.get(t.key)})}return i}function Sp(e,t){return e===``?t:`${e}.${t}`}function Cp(e){return e?[{span:w(e),message:`The entry that counts.`}]:void 0}const wp=m({id:`structure/duplicate-entry`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives each entry of a section a name of its own.`,why:`Ruby keeps the last of several entries of one name and silently drops the others.`,remedy:`Rename one of the entries, or remove the one that is not wanted.`,sources:[q.reference,q.gem]},messages:{repeated:(e,t)=>`\`${e}\` occurs again further down in ${t}, so this one is lost.`},examples:{bad:[{name:`two methods of one name, as a symbol and as a string`,source:g`
          { methods: { list: lambda { 1 }, 'list' => lambda { 2 } } }
                       ^^^^^ repeated
        `},{name:`a key of an action twice`,source:g`
          { actions: { search: { title: 'Search', execute: ->(c, i) { {} }, title: 'Search leads' } } }
                                 ^^^^^^ repeated
        `}],good:[{name:`distinct names`,source:g`{ methods: { list: lambda { 1 }, page: lambda { 2 } } }`},{name:`an entry that overrides a shared one`,source:g`
          shared = { list: lambda { 1 } }
          { methods: { list: lambda { 0 }, **shared, list: lambda { 2 } } }
        `}]},create:e=>{return{connector({root:e,actions:r,triggers:i,methods:a,pickLists:o,objectDefinitions:s,streams:c,connection:l}){n(e,`the connector`);for(let e of[r,i,a,o,s,c])t(e.property);n(l,"`connection`"),t(l.authorization?.get(`options`))},authorization(e){n(e,"`authorization`")},operation(e){n(e,`\`${e.name}\``)}};function t(e){e?.value.kind===`hash`&&r(e.value,e.path,`\`${e.key}\``)}function n({hash:e,path:t},n){e&&r(e,t,n)}function r(t,n,r){for(let{entry:i,keyNode:a,last:o}of xp(t)){let t={span:w(a),path:Sp(n,i.key)},s=Cp(o?.keyNode);e.report(`repeated`,t,[i.key,r],s?{related:s}:{})}}}}),Tp=m({id:`structure/duplicate-field-key`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Writes each attribute of a field once.`,why:`Only the last value of an attribute counts; the other is mostly a leftover.`,remedy:`Keep the value that is meant, and remove the other.`,sources:[q.schema,q.gem]},messages:{repeated:e=>`\`${e}\` occurs again further down in the same field, so this value is lost.`},examples:{bad:[{name:`two labels`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', label: 'A', label: 'B' }] } } } }
                                                                   ^^^^^^ repeated
        `},{name:`the same value twice`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', sticky: true, sticky: true }] } } } }
                                                                   ^^^^^^^ repeated
        `,fixed:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', sticky: true }] } } } }
        `}],good:[{name:`each attribute once`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', label: 'B' }] } } } }
        `}]},create:e=>({field(t){for(let{entry:n,keyNode:r,last:i}of xp(t.hash)){let a={span:w(r),path:Sp(t.path,n.key)},o=i!==void 0&&Yt(n.value,i.value)===!0?Pr(t.node,r,e.source):[],s={title:`Remove the first \`${n.key}\``,edits:o},c=Cp(i?.keyNode);e.report(`repeated`,a,[n.key],{...c?{related:c}:{},...o.length>0?{fix:s}:{}})}}})}),Ep=m({id:`structure/duplicate-field-name`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives the fields of a list names of their own.`,why:`Of two fields of one name, one overwrites the other's value.`,remedy:`Rename one of the fields, or remove it.`,sources:[q.schema]},messages:{repeated:e=>`The list has a field \`${e}\` before this one.`},examples:{bad:[{name:`two fields of one name`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id' }, { name: 'id', label: 'ID' }] } } } }
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated
        `}],good:[{name:`fields that are never shown together`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od, _c, config) {
                  [
                    config['x'] ? { name: 'id' } : { name: 'id', optional: false },
                    { name: 'kind', ngIf: 'input.a' },
                    { name: 'kind', ngIf: 'input.b' }
                  ]
                }
              }
            }
          }
        `},{name:`a toggle of the field's name`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', toggle_field: { name: 'id' } }] } } } }
        `}]},create:e=>{let t=new Set;return{fieldList(n){let r=new Map;for(let i of n.fields){if(i.conditional||i.name===null||i.has(`ngIf`))continue;let n=r.get(i.name);if(!n)r.set(i.name,i);else if(i.node&&i.node!==n.node&&!t.has(i.node)){t.add(i.node);let r=[{span:n.span,message:`The field \`${i.name}\` before it.`}];e.report(`repeated`,i,[i.name],{related:r})}}}}}}),Dp=m({id:`structure/execute-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives every action an `execute`.",why:`An action without it has nothing to run, and every job that reaches it fails.`,remedy:"Add `execute:` with a lambda that makes the request and returns its result.",sources:[q.actions,q.gem]},messages:{missing:e=>`Action \`${e}\` has no \`execute\`.`},examples:{bad:[{name:`only a title`,source:g`
          { actions: { ping: { title: 'Ping' } } }
                       ^^^^^ missing
        `}],good:[{name:`an execute`,source:g`{ actions: { ping: { execute: ->(_c, _i) { get('/ping') } } } }`},{name:`an action from elsewhere`,source:g`{ actions: { ping: shared_action, **more } }`}]},create:e=>({action(t){t.closed&&!t.has(`execute`)&&e.report(`missing`,t,[t.name])}})}),Op=m({id:`structure/execute-output`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Returns a hash from `execute`.",why:`The output is matched with the output fields by key, which an array or a string does not have.`,remedy:"Wrap the result, such as `{ items: get('/items') }`, and name the key in `output_fields`.",sources:[q.actions]},messages:{literal:e=>`\`execute\` returns ${e}, not a hash.`,computed:e=>`The result of \`execute\` is ${e} that it works out, not a hash.`},examples:{bad:[{name:`an array`,source:g`
          { actions: { a: { execute: ->(_c, _i) { [get('/items')] } } } }
                                                  ^^^^^^^^^^^^^^^ literal
        `},{name:`an array that a method of arrays gives`,source:g`
          { actions: { a: { execute: ->(_c, i) { %w[a b].map { |key| i[key] } } } } }
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computed
        `}],good:[{name:`a hash, a response, and a list that is wrapped`,source:g`
          {
            actions: {
              a: { execute: ->(_c, _i) { { items: [get('/a')] } } },
              b: { execute: ->(_c, _i) { get('/b') } },
              c: { execute: ->(_c, _i) { nil } }
            }
          }
        `}]},create:e=>({action(t){let n=t.lambda(`execute`);if(n)for(let t of V(n.result())){if(t.kind!==`array`&&t.kind!==`string`)continue;let r=t.kind===`array`?`an array`:`a string`,i={span:t.node?w(t.node):n.span,path:n.path};t.node instanceof _e||t.node instanceof S?e.report(`literal`,i,[r]):e.report(`computed`,i,[r],{severity:`warning`})}}})}),kp=m({id:`structure/field-name-characters`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names fields with letters, digits and underscores only.`,why:`With other characters an input is not shown, and datapills are garbled.`,remedy:"Give the field a plain name, and change it back to the API's name in `execute`.",sources:[q.bestPractices,q.codePatterns]},messages:{characters:(e,t)=>`The field name \`${e}\` contains ${t}.`},examples:{bad:[{name:`a hyphen`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'due-date' }] } } } }
                                                       ^^^^^ characters
        `}],good:[{name:`letters, digits and underscores`,source:g`{ actions: { a: { input_fields: ->(_od) { [{ name: 'dueDate_2' }] } } } }`}]},create:e=>({field(t){let{name:n}=t,r=t.get(`name`);if(!r||!n||!t.isUsed||t.isToggle||!t.uses.every(e=>e.name===n))return;let i=new Set(n.match(/[^A-Za-z0-9_]/gu));if(i.size===0)return;let a=[...i].every(e=>` ()[]`.includes(e)),o=Array.from(i,e=>e===` `?`a space`:`\`${e}\``);e.report(`characters`,r,[n,o.join(` and `)],a?{severity:`notice`}:{})}})}),Ap=m({id:`structure/field-name-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives every field a name.`,why:`The name is the key of the field's value, and the SDK fails on a field without one.`,remedy:"Add `name:` with the key that the API uses.",sources:[q.schema,q.gem]},messages:{missing:()=>"The field has no `name`.",empty:()=>"The field's `name` is empty."},examples:{bad:[{name:`only a label`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ label: 'ID', type: 'string' }] } } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
        `},{name:`an empty name in nested fields`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'o', type: 'object', properties: [{ name: '' }] }] } } } }
                                                                                                  ^^^^^ empty
        `}],good:[{name:`a name`,source:g`{ actions: { a: { input_fields: ->(_od) { [{ name: 'id' }] } } } }`},{name:`a name that is added later`,source:g`{ actions: { a: { input_fields: ->(_od) { [{ label: 'ID' }.merge(name: 'id'), { **field }] } } } }`}]},create:e=>({field(t){if(t.isToggle||!t.uses.every(e=>e.closed&&!e.conditional&&!e.isToggle))return;let n=t.get(`name`);n?n.value.kind===`string`&&n.value.text===``&&e.report(`empty`,n,[]):t.uses.every(e=>!e.has(`name`))&&e.report(`missing`,t,[])}})}),jp=1048576,Mp=m({id:`structure/file-size`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Is at most 10 MB of code.`,why:`The platform refuses larger code, and has 5 seconds to compile it.`,remedy:`Read large schemas from the API in object definitions, instead of writing them into the code.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{tooLarge:e=>`The file has ${e} MB; the platform takes at most 10 MB.`,large:e=>`The file has ${e} MB; code of this size may take too long to compile.`},examples:{bad:[{name:`11 MB`,source:`# ${`x`.repeat(11*jp)}\n`,reports:[`tooLarge`]},{name:`2 MB`,source:`{ title: 'A', connection: {} } # ${`x`.repeat(2*jp)}\n`,reports:[`large`]}],good:[{name:`a few lines`,source:`{ title: 'A', connection: {} }
`}]},create:e=>({file({bytes:t}){let n=(t.length/jp).toFixed(1);t.length>10485760?e.report(`tooLarge`,null,[n]):t.length>jp&&e.report(`large`,null,[n],{severity:`notice`})}})}),Np=m({id:`structure/http-in-webhook-notification`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Makes no request and calls no method in `webhook_notification`.",why:`Neither is available in that lambda, so the event is lost.`,remedy:`Return what the payload has, and let the recipe fetch the rest with an action.`,sources:[q.triggers,q.gem]},messages:{request:e=>`\`webhook_notification\` cannot make a request, but calls \`${e}\`.`,method:()=>"`webhook_notification` cannot use the connector's methods, but calls one with `call`."},examples:{bad:[{name:`a request`,source:g`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { get("/leads/#{payload['id']}") } } } }
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ request
        `},{name:`a method`,source:g`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { call('format', payload) } } } }
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^ method
        `}],good:[{name:`the payload, and methods of hashes`,source:g`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { payload.delete('meta'); payload } } } }
        `}]},create:e=>{return{bareCall:Object.fromEntries([...Wc,`call`].map(e=>[e,t]))};function t({node:t,lambda:n}){if(n?.owner!==`trigger`||n.key!==`webhook_notification`||E(t).length===0)return;let r={span:w(t),path:n.path};t.name===`call`?e.report(`method`,r,[]):e.report(`request`,r,[t.name])}}}),Pp={action:[`execute`,`input_fields`,`output_fields`],trigger:[`poll`,`input_fields`,`output_fields`,`dedup`,`webhook_subscribe`,`webhook_notification`],objectDefinition:[`fields`]},Fp=new Set([`sample_output`,`test`,`title`,`subtitle`,`description`,`help`,`webhook_url_help`]),Ip=m({id:`structure/lambda-arity`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Requires no more arguments of a lambda than the platform passes.`,why:`A lambda that requires more raises an exception each time it runs.`,remedy:`Remove the parameters that the platform has no argument for.`,sources:[q.actions,q.triggers,q.gem]},messages:{tooMany:(e,t,n)=>`The lambda of \`${e}\` requires ${t} arguments, but the platform passes ${n}.`},examples:{bad:[{name:`a dedup with two parameters`,source:g`
          { triggers: { new_lead: { dedup: lambda { |record, input| record['id'] } } } }
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tooMany
        `,fixed:g`
          { triggers: { new_lead: { dedup: lambda { |record| record['id'] } } } }
        `},{name:`a surplus parameter that is used`,source:g`
          { connection: { base_uri: ->(connection, region) { "https://#{region}.acme.com" } } }
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tooMany
        `}],good:[{name:`fewer parameters, and surplus ones with a default`,source:g`
          { triggers: { a: { dedup: ->(record, separator = '@') { record['id'] }, poll: -> { {} } } } }
        `},{name:`a proc, which takes any number`,source:g`{ triggers: { a: { dedup: proc { |record, input| record['id'] } } } }`}]},create:e=>({lambda(t){let n=Kc(t),{required:r}=t.parameters;if(!n||Fp.has(t.key)||!t.value.strict||r.length<=n.length)return;let i=Lp(t,n.length,e.source),a=n.length===0?`none`:`at most ${n.length}`;e.report(`tooMany`,t,[t.key,r.length,a],{...Pp[t.owner]?.includes(t.key)?{}:{severity:`warning`},...i.length>0?{fix:{title:`Remove the surplus parameters`,edits:i}}:{}})}})});function Lp({value:e,span:t},n,r){let i=Bt(Rt(e.node));if(!i||i.optionals.length>0||i.posts.length>0||i.rest||n===0||i.keywords.length>0||i.keywordRest||i.block)return[];let a=r.slice(t);for(let e of i.requireds.slice(n))if((a.match(new RegExp(String.raw`\b${r.slice(w(e))}\b`,`g`))??[]).length!==1)return[];return[{span:{start:w(i.requireds[n-1]).end,end:w(i.requireds.at(-1)).end},text:``}]}const Rp=m({id:`structure/method-call-arity`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Passes as many arguments to a method as it takes.`,why:"Unlike the platform, which drops surplus arguments, `call` raises an exception for them.",remedy:`Pass what the method's lambda declares, or give its parameters defaults.`,sources:[q.methods,q.gem]},messages:{arguments:(e,t,n)=>`\`${e}\` takes ${n}, but this call passes ${t}.`,keyword:(e,t)=>`\`${e}\` needs the keyword \`${t}:\`, which is missing.`},examples:{bad:[{name:`too many arguments`,source:g`
          {
            actions: { a: { execute: ->(c, i) { call('page', 1, 2) } } },
                                                ^^^^^^^^^^^^^^^^^^ arguments
            methods: { page: ->(number) { number } }
          }
        `},{name:`a missing keyword`,source:g`
          {
            actions: { a: { execute: ->(c, i) { call(:page, size: 2) } } },
                                                ^^^^^^^^^^^^^^^^^^^^ keyword
            methods: { page: ->(number:, size: 10) { number } }
          }
        `}],good:[{name:`as many as it takes`,source:g`
          {
            actions: { a: { execute: ->(c, i) { call('page', 1); call('page', 1, 2); call('sum', 1, 2, 3) } } },
            methods: { page: ->(number, size = 10) { number }, sum: ->(*all) { all } }
          }
        `},{name:`a hash without braces as the last argument`,source:g`
          {
            actions: { a: { execute: ->(c, i) { call('page', id: 1, size: 2) } } },
            methods: { page: ->(options) { options } }
          }
        `}]},create:e=>({methodCall(t){let n=R(t.name),r=n===null?void 0:e.connector.methods.get(n)?.lambda;if(n===null||!r?.value.strict||r.parameters.rest)return;let i=zp(t.node);if(!i)return;let{parameters:a}=r,o=[{span:e.connector.methods.get(n).span,message:`The method \`${n}\`.`}],s=i.at(-1),c=Vp(a)&&s instanceof et?s:null;if(Vp(a)&&!c&&i.length>0)return;let l=i.length-+!!c,{required:u,optional:d}=a;if(l<u.length||l>u.length+d.length){let r=Up(u.length,u.length+d.length);e.report(`arguments`,t,[n,String(l),r],{related:o});return}let f=Hp(a,c);f&&e.report(`keyword`,t,[n,f],{related:o})}})});function zp(e){let[,...t]=E(e);return e.block instanceof be||t.some(e=>e instanceof At||e instanceof Be)||t.some(e=>e instanceof et&&!e.elements.every(Bp))?null:t}function Bp(e){return e instanceof v}function Vp(e){let{requiredKeywords:t,optionalKeywords:n,keywordRest:r}=e;return t.length>0||n.length>0||r}function Hp(e,t){let n=new Set;for(let e of t?.elements.filter(Bp)??[]){if(!(e.key instanceof C))return;n.add(e.key.unescaped.value)}return e.requiredKeywords.find(e=>!n.has(e))}function Up(e,t){let n=t===1?`argument`:`arguments`;return e===t?`${e} ${n}`:`${e} to ${t} ${n}`}const Wp=m({id:`structure/method-splat`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Declares the parameters of methods one by one.`,why:`The documentation says that methods cannot have splat parameters.`,remedy:`Name each parameter, or take one hash or array.`,sources:[q.methods]},messages:{splat:(e,t)=>`Method \`${e}\` has the splat parameter \`${t}\`, which methods cannot have.`},examples:{bad:[{name:`a splat`,source:g`
          { methods: { join: lambda { |*parts| parts.join } } }
                       ^^^^^ splat
        `}],good:[{name:`one array`,source:g`{ methods: { join: lambda { |parts| parts.join } } }`}]},create:e=>({method(t){let n=t.lambda?.parameters;n?.rest?e.report(`splat`,t,[t.name,`*`]):n?.keywordRest&&e.report(`splat`,t,[t.name,`**`])}})}),Gp=m({id:`structure/mixed-webhook-kinds`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses either static or dynamic webhooks.`,why:`A connector can have only one of the two kinds.`,remedy:`Keep one kind, and let the other triggers poll.`,sources:[q.staticWebhooks,q.dynamicWebhooks,q.triggers]},messages:{both:e=>`Trigger \`${e}\` has both \`webhook_key\` and \`webhook_subscribe\`.`,mixed:(e,t)=>`Trigger \`${e}\` has a \`webhook_key\`, while \`${t}\` has \`webhook_subscribe\`.`},examples:{bad:[{name:`two triggers of different kinds`,source:g`
          {
            triggers: {
              new_lead: { webhook_key: ->(_c, _i) { 'lead' } },
                          ^^^^^^^^^^^^ mixed
              new_deal: { webhook_subscribe: ->(url, _c) { post('/hooks', url: url) } }
            }
          }
        `},{name:`both kinds in one trigger`,source:g`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' }, webhook_subscribe: ->(url, _c) { {} } } } }
                                    ^^^^^^^^^^^^ both
        `}],good:[{name:`one kind`,source:g`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } }, new_deal: { poll: ->(_c, _i) { {} } } } }
        `}]},create:e=>({connector({triggers:t}){let n=t.entries.find(e=>e.has(`webhook_subscribe`));if(n)for(let r of t.entries){let t=r.get(`webhook_key`);t&&(r.has(`webhook_subscribe`)?e.report(`both`,t,[r.name]):e.report(`mixed`,t,[r.name,n.name]))}}})}),Kp=m({id:`structure/multi-auth-options`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Defines each way to sign in that users can choose.`,why:`For a choice without a definition the connection fails.`,remedy:"Add an entry of that name to `options`, or correct the value of the choice.",sources:[q.authorization,q.multiAuth,q.gem]},messages:{options:()=>"The `multi` authorization has no `options`.",selected:()=>"The `multi` authorization has no `selected`.",preset:(e,t)=>`The field \`${e}\` begins with \`${t}\`, which \`options\` of the authorization does not define.`,choice:(e,t)=>`The field \`${t}\` offers \`${e}\`, which \`options\` of the authorization does not define.`},examples:{bad:[{name:`a default that is not defined`,source:g`
          {
            connection: {
              fields: [
                {
                  'name' => 'auth_type',
                  'control_type' => 'select',
                  'default' => 'token',
                  ^^^^^^^^^ preset
                  'pick_list' => [['API key', 'api_key'], ['OAuth', 'oauth2']]
                }
              ],
              authorization: {
                type: 'multi',
                selected: lambda { |connection| connection['auth_type'] },
                options: { 'api_key' => { type: 'api_key' }, 'oauth2' => { type: 'oauth2' } }
              }
            }
          }
        `},{name:`no options and no selected`,source:g`
          { connection: { authorization: { type: 'multi' } } }
                          ^^^^^^^^^^^^^^ options
                          ^^^^^^^^^^^^^^ selected
        `},{name:`a choice that is not defined`,source:g`
          {
            connection: {
              fields: [{ name: 'auth_type', control_type: 'select', options: [['API key', 'key'], ['OAuth', 'oauth']] }],
                                                                              ^^^^^^^^^^^^^^^^^^ choice
              authorization: {
                type: 'multi',
                selected: ->(connection) { connection['auth_type'] },
                options: { api_key: { type: 'api_key' }, oauth: { type: 'oauth2' } }
              }
            }
          }
        `}],good:[{name:`a definition for each choice`,source:g`
          {
            connection: {
              fields: [{ name: 'auth_type', control_type: 'select', options: [['API key', 'api_key']] }],
              authorization: {
                type: 'multi',
                selected: ->(connection) { connection['auth_type'] },
                options: { api_key: { type: 'api_key' } }
              }
            }
          }
        `}]},create:e=>({authorization(t){if(t.type!==`multi`||t.option!==null||!t.closed)return;let n=t.get(`options`),r=Zr(n?.value,n?.path??``,t.span);(!n||r.closed&&r.keys.length===0)&&e.report(`options`,t,[]),t.has(`selected`)||e.report(`selected`,t,[],{severity:`warning`});let i=qp(t);if(!r.closed||r.keys.length===0||i===null)return;let{fields:a}=e.connector.connection,o=a.closed?a.fields.find(e=>e.name===i):void 0,s=o?.get(`default`),c=R(s?.value);s&&c!==null&&c!==``&&!r.has(c)&&e.report(`preset`,s,[i,c],{severity:`warning`});for(let{value:t,node:n}of o?Jp(o):[])r.has(t)||e.report(`choice`,{span:w(n),path:o.path},[t,i])}})});function qp(e){let t=e.lambda(`selected`),n=t&&Rt(t.value.node)?.body,r=n instanceof jt&&n.body.length===1?n.body[0]:null;if(!(r instanceof y)||r.name!==`[]`||!(r.receiver instanceof x))return null;let[i]=E(r);return i instanceof S||i instanceof C?i.unescaped.value:null}function Jp(e){return(B(e.get(`options`)?.value)??B(e.get(`pick_list`)?.value)??[]).flatMap(e=>{let t=R(B(e)?.[1]);return t===null||!e.node?[]:[{value:t,node:e.node}]})}const Yp=m({id:`structure/multiselect-delimiter`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Gives a multiselect field a `delimiter`.",why:`The selected values arrive as one text, and cannot be told apart without it.`,remedy:"Add `delimiter: ','`, and split the value at it in `execute`.",sources:[q.schema]},messages:{missing:()=>"The field is a multiselect, but has no `delimiter`."},examples:{bad:[{name:`no delimiter`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', pick_list: 't' }] } } } }
                                                                  ^^^^^^^^^^^^^ missing
        `,fixed:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', pick_list: 't', delimiter: ',' }] } } } }
        `}],good:[{name:`a delimiter`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', delimiter: ',' }] } } } }
        `}]},create:e=>({field(t){if(!(t.isInput||t.isConfig||t.isConnection))return;let n=t.text(`control_type`);if(n===null||zc(n)!==`multiselect`||!t.uses.every(e=>e.closed&&!e.has(`delimiter`)))return;let r=Nr(t.node,`delimiter: ','`,e.source),i={title:`Separate the values with commas`,edits:r};e.report(`missing`,t.get(`control_type`),[],r.length>0?{fix:i}:{})}})}),Xp=m({id:`structure/oauth2-incomplete`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives an OAuth 2.0 authorization the addresses and credentials it needs.`,why:`Without them no code can be obtained, or exchanged for a token.`,remedy:"Add `authorization_url:`, `token_url:` or `acquire:`, `client_id:` and `client_secret:`.",sources:[q.authorization]},messages:{url:()=>"The `oauth2` authorization lacks its `authorization_url`.",token:()=>"The `oauth2` authorization has neither `token_url` nor `acquire`.",client:e=>`The \`oauth2\` authorization has no \`${e}\`.`},examples:{bad:[{name:`only a client`,source:g`
          { connection: { authorization: { type: 'oauth2', client_id: 'x', client_secret: ->(c) { c['secret'] } } } }
                          ^^^^^^^^^^^^^^ url
                          ^^^^^^^^^^^^^^ token
        `},{name:`no client`,source:g`
          { connection: { authorization: { type: 'oauth2', authorization_url: -> { 'u' }, token_url: -> { 't' } } } }
                          ^^^^^^^^^^^^^^ client
                          ^^^^^^^^^^^^^^ client
        `}],good:[{name:`a client in the address`,source:g`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: ->(c) { "https://acme.com/authorize?client_id=#{c['client_id']}" },
                token_url: ->(c) { "https://acme.com/token?client_secret=#{c['client_secret']}" }
              }
            }
          }
        `},{name:`all of it`,source:g`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: -> { 'https://acme.com/authorize' },
                token_url: -> { 'https://acme.com/token' },
                client_id: ->(c) { c['id'] },
                client_secret: ->(c) { c['secret'] }
              }
            }
          }
        `}]},create:e=>({authorization(t){if(!t.closed||!/oauth2/i.test(t.type??``))return;t.has(`authorization_url`)||e.report(`url`,t,[]);let n=t.has(`acquire`);if(!n&&!t.has(`token_url`)&&e.report(`token`,t,[]),n||Zp(t,e.source))return;let r=t.has(`pkce`)?[`client_id`]:[`client_id`,`client_secret`];for(let n of r)t.has(n)||e.report(`client`,t,[n],{severity:`warning`})}})});function Zp(e,t){let n=e.hash?.node;return e.has(`client_id`)||!n?!1:t.slice(w(n)).includes(`client_id`)}const Qp=m({id:`structure/oauth2-no-refresh`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Can renew the tokens of OAuth 2.0.`,why:`When the first token expires, users are disconnected and their recipes stop.`,remedy:"Add `refresh:` with a lambda that exchanges the refresh token, or `token_url:`.",sources:[q.authorization,q.bestPractices,q.gem]},messages:{missing:()=>"The `oauth2` authorization has an `acquire`, but neither `refresh` nor `token_url`."},examples:{bad:[{name:`an acquire alone`,source:g`
          { connection: { authorization: { type: 'oauth2', acquire: ->(c, code) { post('/token', code: code) } } } }
                                                           ^^^^^^^^ missing
        `}],good:[{name:`a refresh`,source:g`
          { connection: { authorization: { type: 'oauth2', acquire: ->(c) { [] }, refresh: ->(c, token) { {} } } } }
        `}]},create:e=>({authorization(t){if(!t.closed||!/oauth2/i.test(t.type??``))return;let n=t.get(`acquire`);!n||t.has(`refresh`)||t.has(`token_url`)||e.report(`missing`,n,[])}})});function $p({owner:e,key:t}){return e===`objectDefinition`?t===`fields`?2:-1:(t===`input_fields`||t===`output_fields`||t===`config_fields`)&&(e===`action`||e===`trigger`)?0:-1}const em=new Set([`[]`,`dig`,`fetch`,`values_at`]);function tm(e){let{node:t,parent:n,lambda:r}=e;if(!r||!(n instanceof y)||n.receiver!==t||!em.has(n.name))return null;let i=$p(r),{required:a,optional:o}=r.parameters;if(i===-1||[...a,...o][i]!==t.name)return null;let s=0;for(let t=e.scope;t;t=t.parent)s++;if(s!==t.depth+2)return null;let c=E(n);return n.name===`fetch`&&(c.length>1||n.block!==null)?null:{lambda:r,call:n,names:n.name===`values_at`?c:c.slice(0,1)}}const nm=[Ee,Te,It,Pt,Tt,xe,tt];function rm(e){let t=new Set,n=e.body?[[e.body,!0]]:[];for(let e=n.pop();e;e=n.pop()){let[r,i]=e;if(r instanceof Ot||r instanceof dt)return new Set;i&&r instanceof x&&t.add(r);let a=r instanceof he||r instanceof _t?r.left:im(r),o=a!==null||nm.includes(r.constructor);for(let e of Vt(r))n.push([e,i&&(!o||e===a)])}return t}function im(e){return e instanceof Ue||e instanceof Nt||e instanceof Ee?e.predicate:null}const am=m({id:`structure/object-definition-cycle`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Builds object definitions without going in a circle.`,why:`Definitions that need each other never come to an end, and raise an exception.`,remedy:`Move the fields that both need into a third definition.`,sources:[q.objectDefinitions,q.gem]},messages:{cycle:e=>`The object definitions need each other in a circle: ${e}.`,self:e=>`Object definition \`${e}\` needs itself.`},examples:{bad:[{name:`two that need each other`,source:g`
          {
            object_definitions: {
              order: { fields: ->(_c, _f, od) { [{ name: 'customer', type: 'object', properties: od['customer'] }] } },
              ^^^^^^ cycle
              customer: { fields: ->(_c, _f, od) { [{ name: 'orders', type: 'array', properties: od['order'] }] } }
            }
          }
        `},{name:`one that needs itself`,source:g`
          { object_definitions: { node: { fields: ->(_c, _f, od) { [{ name: 'id' }] + od['node'] } } } }
                                  ^^^^^ self
        `}],good:[{name:`a circle that a condition ends`,source:g`
          {
            object_definitions: {
              order: { fields: ->(_c, f, od) { f['deep'] ? od['customer'] : [{ name: 'id' }] } },
              customer: { fields: ->(_c, _f, od) { od['order'] } }
            }
          }
        `}]},create:e=>{let t=new Map;return{node:[h(x,n=>{let r=tm(n);if(r?.lambda.owner!==`objectDefinition`||r.lambda.key!==`fields`)return;let i=R(r.names[0]&&e.connector.evaluate(r.names[0]));if(i===null||n.blocks)return;let a=r.lambda.ownerName,o=t.get(a)??new Map;o.set(i,[...o.get(i)??[],n.node]),t.set(a,o)})],end(){let a=new Set([...t.keys()].filter(e=>r(e,e)));for(let t of a)n(t,e.connector.objectDefinitions.get(t));let o=new Set;for(let{name:t,...n}of e.connector.objectDefinitions.entries){if(!a.has(t)||o.has(t)||!r(t,t))continue;let s=i(t);for(let e of s)o.add(e);s.length===1?e.report(`self`,n,[t]):e.report(`cycle`,n,[[...s,t].map(e=>`\`${e}\``).join(` → `)])}}};function n(e,n){let r=n?.lambda(`fields`),i=t.get(e);if(!r||!i)return;let a=rm(Rt(r.value.node));for(let[e,t]of i)t.some(e=>a.has(e))||i.delete(e)}function r(e,n){let r=new Set,i=[...t.get(e)?.keys()??[]];for(let e=i.pop();e!==void 0;e=i.pop()){if(e===n)return!0;r.has(e)||(r.add(e),i.push(...t.get(e)?.keys()??[]))}return!1}function i(e){let n=[e];for(let i=e;;){let a=[...t.get(i)?.keys()??[]].find(t=>t===e||!n.includes(t)&&r(t,e));if(a===void 0||a===e)return n;n.push(a),i=a}}}}),om=m({id:`structure/object-definition-shape`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Makes each object definition a hash with a `fields` lambda.",why:"A definition is looked up through `fields`; without it the lookup raises an exception.",remedy:"Write the definition as `{ fields: lambda { |connection, config_fields, object_definitions| [...] } }`.",sources:[q.objectDefinitions,q.gem]},messages:{fields:e=>`Object definition \`${e}\` has no \`fields\`.`,bare:e=>`Object definition \`${e}\` is not a hash with \`fields\`.`},examples:{bad:[{name:`a bare lambda`,source:g`
          { object_definitions: { invoice: ->(c, f, od) { [] } } }
                                  ^^^^^^^^ bare
        `},{name:`a hash without fields`,source:g`
          { object_definitions: { invoice: { field: ->(c, f, od) { [] } } } }
                                  ^^^^^^^^ fields
        `}],good:[{name:`fields`,source:g`{ object_definitions: { invoice: { fields: ->(c, f, od) { [] } } } }`},{name:`a definition from elsewhere`,source:g`{ object_definitions: { invoice: shared } }`}]},create:e=>({connector({objectDefinitions:t}){let{property:n}=t;if(!n)return;let r=Zr(n.value,n.path,n.span);for(let t of r.keys){let n=r.get(t),i=Zr(n.value,n.path,n.span);i.hash?i.closed&&!i.has(`fields`)&&e.report(`fields`,n,[t]):sm(n.value.kind)&&e.report(`bare`,n,[t])}}})});function sm(e){return[`lambda`,`array`,`string`,`symbol`,`number`,`boolean`].includes(e)}const cm=[`extends_schema`,`schema_neutral`,`pick_list`,`sample_data_type`],lm=m({id:`structure/object-without-properties`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lists the properties of objects, and of the items of arrays of objects.`,why:`Without them the group shows no inputs, and offers no datapills.`,remedy:"Add `properties:` with the nested fields.",sources:[q.schema]},messages:{missing:()=>"The field is an object, but has no `properties`.",items:()=>"The field is an array of objects, but has no `properties`.",empty:()=>"The field's `properties` are empty."},examples:{bad:[{name:`an object and an array without properties`,source:g`
          {
            actions: {
              a: {
                output_fields: ->(_od) {
                  [{ name: 'owner', type: 'object' }, { name: 'rows', type: 'array', of: 'object' }]
                                    ^^^^^ missing
                                                                      ^^^^^ items
                }
              }
            }
          }
        `},{name:`no properties`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', type: 'object', properties: [] }] } } } }
                                                                                       ^^^^^^^^^^^ empty
        `}],good:[{name:`properties from a definition`,source:g`
          {
            actions: {
              a: { output_fields: ->(od) { [{ name: 'owner', type: 'object', properties: od['user'] }] } }
            },
            object_definitions: { user: { fields: ->(_c, _f) { [{ name: 'id' }] } } }
          }
        `}]},create:e=>({field(t){let n=t.get(`type`);if(!n||!um(t)||!t.uses.every(e=>e.closed&&um(e))||t.text(`control_type`)!==null||cm.some(e=>t.has(e)))return;let r=t.get(`properties`);if(r)B(r.value)?.length===0&&e.report(`empty`,r,[]);else{if(t.uses.some(e=>e.has(`properties`)))return;e.report(t.text(`type`)===`array`?`items`:`missing`,n,[])}}})});function um(e){let t=e.text(`type`);return t===`object`||t===`array`&&e.text(`of`)===`object`}const dm=m({id:`structure/parameter-order`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Takes the arguments of the platform in their order.`,why:`The platform passes arguments by position, so a parameter in another place gets another value than its name says.`,remedy:`Put the parameters into the documented order; one that is not needed can start with an underscore.`,sources:[q.actions,q.triggers,q.connection]},messages:{order:(e,t,n)=>`Parameter \`${t}\` of \`${e}\` gets the argument \`${n}\`.`},examples:{bad:[{name:`an execute with its parameters swapped`,source:g`
          { actions: { ping: { execute: lambda { |input, connection| get('/ping') } } } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ order
        `}],good:[{name:`the documented order, with names of its own`,source:g`
          { actions: { ping: { execute: lambda { |_connection, data| get('/ping') } } } }
        `}]},create:e=>({lambda(t){let n=Kc(t);if(!n)return;let r=Tn(t.parameters);for(let[i,a]of r.entries()){let r=n[i];if(!r||!a||a.startsWith(`_`))continue;let o=n.indexOf(a);if(o!==-1&&o!==i){e.report(`order`,t,[t.key,a,r]);return}}}})}),fm=m({id:`structure/pick-list-format`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Writes the options of a list as pairs of label and value.`,why:`Options of another shape are not shown.`,remedy:"Write each option as `['Label', 'value']`.",sources:[q.pickLists]},messages:{scalar:()=>`The option is a single value, not a pair of label and value.`,short:()=>`The option has fewer members than a pair of label and value.`,hash:()=>`The option is a hash, not a pair of label and value.`},examples:{bad:[{name:`single values`,source:g`
          { pick_lists: { states: lambda { |_c| ['open', 'on_hold'] } } }
                                                 ^^^^^^ scalar
        `,fixed:g`
          { pick_lists: { states: lambda { |_c| [['Open', 'open'], ['On hold', 'on_hold']] } } }
        `},{name:`hashes in place`,source:g`
          { connection: { fields: [{ name: 'env', control_type: 'select', options: [{ label: 'A', value: 'a' }] }] } }
                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
        `},{name:`a value without a label`,source:g`
          { pick_lists: { states: [['open'], ['Closed', 'closed']] } }
                                   ^^^^^^^^ short
        `}],good:[{name:`pairs, and what is only known when it runs`,source:g`
          {
            pick_lists: {
              states: lambda { |_c| [%w[Open open], ['Closed', 'closed'], ['New', nil]] },
              users: lambda { |_c| get('/users').pluck('name', 'id') }
            }
          }
        `}]},create:e=>{return{pickList(e){t(e.options,e)},field(e){for(let n of[`pick_list`,`options`]){let r=e.get(n);r&&t(r.value,r)}}};function t(t,n){for(let r of V(t)){if(r.kind!==`array`)continue;let t=pm(r);if(!t)continue;let i=t.value.node?w(t.value.node):n.span,a=mm(r),o={title:`Give each value a label`,edits:a};e.report(t.message,{span:i,path:n.path},[],a.length>0?{fix:o}:{})}}}});function pm(e){for(let{value:t}of e.items){if(t.kind===`hash`)return{value:t,message:`hash`};if(t.kind===`string`||t.kind===`symbol`||t.kind===`number`)return{value:t,message:`scalar`};if(t.kind===`array`&&!t.open&&t.items.length<2)return{value:t,message:`short`}}return null}function mm(e){if(!(e.node instanceof _e)||e.open)return[];let t=[];for(let{value:n,conditional:r}of e.items){if(n.kind!==`string`||r||!/^\w[\w -]*$/.test(n.text))return[];let e=n.text.replaceAll(/[_-]+/g,` `).trim();t.push(`['${e.charAt(0).toUpperCase()}${e.slice(1)}', '${n.text}']`)}return[{span:w(e.node),text:`[${t.join(`, `)}]`}]}const hm=m({id:`structure/pick-list-params`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Passes to a dependent pick list just the keywords that its lambda takes.`,why:`A missing or surplus keyword raises an exception, and the menu stays empty.`,remedy:"Let the keys of `pick_list_params` and the keywords of the list's lambda be the same.",sources:[q.pickLists,q.gem]},messages:{missing:(e,t)=>`Pick list \`${e}\` needs the parameter \`${t}\`, which the field does not pass.`,surplus:(e,t)=>`Pick list \`${e}\` has no keyword \`${t}:\` for the parameter that the field passes.`,ignored:e=>`Pick list \`${e}\` takes the connection only, so the parameters of the field have no effect.`},examples:{bad:[{name:`a keyword of another name`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'state', pick_list: 'states', pick_list_params: { country: 'country' } }]
                                                         ^^^^^^^^^^^^^^^^^ missing
                                                                             ^^^^^^^^ surplus
                }
              }
            },
            pick_lists: { states: lambda { |connection, region:| [] } }
          }
        `},{name:`parameters for a list that takes none`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'state', pick_list: 'states', pick_list_params: { country: 'country' } }]
                                                         ^^^^^^^^^^^^^^^^^ ignored
                }
              }
            },
            pick_lists: { states: lambda { |connection| [] } }
          }
        `},{name:`no parameters for a list that needs one`,source:g`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 'state', pick_list: 'states' }] } } },
                                                                      ^^^^^^^^^^ missing
            pick_lists: { states: lambda { |connection, country:| [] } }
          }
        `}],good:[{name:`the same names, also where others are optional`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [
                    { name: 'state', pick_list: 'states', pick_list_params: { country: 'country' } },
                    { name: 'folder', control_type: 'tree', pick_list: 'folders', pick_list_params: { drive: 'drive' } },
                    { name: 'x', pick_list: 'all', pick_list_params: { drive: 'drive' } }
                  ]
                }
              }
            },
            pick_lists: {
              states: lambda { |connection, country:, region: nil| [] },
              folders: lambda { |connection, **args| [] },
              all: lambda { |connection, input| [] }
            }
          }
        `}]},create:e=>({field(t){if(!(t.isInput||t.isConfig)||!t.uses.every(e=>e.closed))return;let n=R(t.get(`pick_list`)?.value),r=n===null?void 0:e.connector.pickLists.get(n);if(n===null||!r?.lambda?.value.strict)return;let{parameters:i}=r.lambda,a=t.get(`pick_list_params`);if(a&&a.value.kind!==`hash`)return;let o=a?.value.kind===`hash`?a.value:null;if(o&&!Qr(o))return;let s=[...o?.entries.keys()??[]],c=t.text(`control_type`);if(c!==null&&zc(c)===`tree`&&s.push(`__parent_id`),o&&o.entries.size>0&&gm(i))e.report(`ignored`,a,[n],{severity:`notice`});else if(_m(i)){for(let r of i.requiredKeywords)s.includes(r)||e.report(`missing`,a??t.get(`pick_list`),[n,r]);if(!i.keywordRest&&a&&o)for(let t of vm(i,o))e.report(`surplus`,$r(o.entries.get(t),a.path,a.span),[n,t])}}})});function gm({required:e,optional:t,rest:n,...r}){return e.length+t.length===1&&!n&&!_m(r)}function _m({requiredKeywords:e,optionalKeywords:t,keywordRest:n}){return e.length>0||t.length>0||n}function vm(e,t){let n=new Set([...e.requiredKeywords,...e.optionalKeywords]);return[...t.entries.keys()].filter(e=>!n.has(e))}const ym=m({id:`structure/pick-list-params-field`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Takes the parameters of a dependent pick list from fields that there are.`,why:`From a field that is not there the list always gets nothing.`,remedy:`Name a field of the same operation as the value of the parameter.`,sources:[q.pickLists]},messages:{missing:(e,t)=>`The parameter \`${e}\` comes from the field \`${t}\`, which the operation does not have.`},examples:{bad:[{name:`a field of another name`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [
                    { name: 'team_id' },
                    { name: 'user', pick_list: 'users', pick_list_params: { team_id: 'team' } }
                                                                            ^^^^^^^^ missing
                  ]
                }
              }
            }
          }
        `}],good:[{name:`a field beside, around, or among the configuration`,source:g`
          {
            actions: {
              a: {
                config_fields: [{ name: 'object' }],
                input_fields: ->(_od) {
                  [
                    { name: 'team', type: 'object', properties: [
                      { name: 'user', pick_list: 'users', pick_list_params: { object: 'object', team: 'team', id: 'id' } }
                    ] },
                    { name: 'id' }
                  ]
                }
              }
            }
          }
        `}]},create:e=>({field(t){let n=t.get(`pick_list_params`);if(n?.value.kind!==`hash`)return;let r=t.uses.filter(e=>e.list.role===`input`||e.list.role===`config`);if(r.length!==0&&r.length===t.uses.filter(e=>e.list.role!==`definition`).length)for(let t of n.value.entries.values()){let i=R(t.value);i&&/^\w+$/.test(i)&&r.every(t=>bm(i,t,e.connector.operations))&&e.report(`missing`,$r(t,n.path,n.span),[t.key,i])}}})});function bm(e,t,n){let r=t.list;for(let n=t.list;n;n=n.parent?.list){if(!xm(n,e))return!1;r=n}let i=n.find(({path:e})=>r.path.startsWith(`${e}.`));return i?[i.configFields,i.inputFields].every(t=>!t.exists||xm(t,e)):!1}function xm(e,t){return e.closed&&e.fields.every(e=>e.name!==null&&e.name!==t)}const Sm=m({id:`structure/poll-forever`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Comes to an end with polling.`,why:"With `can_poll_more: true` on every way the trigger polls without a pause, and is throttled.",remedy:"Set `can_poll_more` to whether there is another page, such as `records.size >= limit`.",sources:[q.triggerLimits,q.bestPractices]},messages:{always:()=>"`poll` always says `can_poll_more: true`."},examples:{bad:[{name:`always true`,source:g`
          { triggers: { a: { poll: ->(_c, _i, _last) { { events: get('/leads'), can_poll_more: true } } } } }
                                                                                ^^^^^^^^^^^^^^ always
        `}],good:[{name:`true on one way only, or worked out`,source:g`
          {
            triggers: {
              a: {
                poll: ->(_c, i, _last) {
                  i['x'] ? { events: [], can_poll_more: true } : { events: [], can_poll_more: false }
                }
              },
              b: { poll: ->(_c, _i, _last) { { events: get('/b'), can_poll_more: get('/b').size > 9 } } }
            }
          }
        `}]},create:e=>({trigger(t){let n=t.lambda(`poll`);if(!n)return;let r=V(n.result());if(!r.every(Cm))return;let i=r[0]?.kind===`hash`?r[0].entries.get(`can_poll_more`)?.keyNode:null;e.report(`always`,{span:i?w(i):n.span,path:n.path},[])}})});function Cm(e){if(e.kind!==`hash`||!Qr(e))return!1;let t=e.entries.get(`can_poll_more`)?.value;return t?.kind===`boolean`&&t.boolean}const wm=[`events`,`next_poll`,`can_poll_more`],Tm=m({id:`structure/poll-output`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Returns a hash with `events` from `poll`.",why:`Anything but a hash is rejected, and without events there are never jobs.`,remedy:"End `poll` with `{ events: records, next_poll: closure, can_poll_more: more }`.",sources:[q.triggers,q.gem]},messages:{kind:e=>`\`poll\` returns ${e}, not a hash with \`events\`.`,slip:(e,t)=>`\`poll\` returns \`${e}\`, which nobody reads; the nearest is \`${t}\`.`,events:()=>"The hash that `poll` returns has no `events`."},examples:{bad:[{name:`an array`,source:g`
          { triggers: { a: { poll: ->(_c, _i, _last) { [get('/leads')] } } } }
                                                       ^^^^^^^^^^^^^^^ kind
        `},{name:`a hash without events on one of the ways`,source:g`
          {
            triggers: {
              a: {
                poll: ->(_c, input, _last) {
                  if input['since']
                    { events: get('/leads'), next_poll: 1 }
                  else
                    { records: get('/leads') }
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ events
                  end
                }
              }
            }
          }
        `},{name:`a key that is misspelt`,source:g`
          {
            'triggers' => {
              'new_lead' => {
                'poll' => lambda do |_connection, _input, closure|
                  leads = get('/leads', after: closure)['leads']
                  {
                    events: leads,
                    next_pol: leads.last['id'],
                    ^^^^^^^^^ slip
                    can_poll_more: leads.size == 100
                  }
                end
              }
            }
          }
        `}],good:[{name:`a hash with events, also by way of a method`,source:g`
          {
            triggers: {
              a: { poll: ->(_c, _i, _last) { { 'events' => get('/leads'), next_poll: 1 } } },
              b: { poll: ->(_c, _i, _last) { call('page') } },
              c: { poll: ->(_c, _i, _last) { get('/leads') } }
            },
            methods: { page: -> { { events: [] } } }
          }
        `}]},create:e=>({trigger(t){let n=t.lambda(`poll`);if(n)for(let t of V(n.result())){let r={span:t.node?w(t.node):n.span,path:n.path};if(t.kind===`hash`){Qr(t)&&!t.entries.has(`events`)&&e.report(`events`,r,[]);for(let{key:r,keyNode:i}of t.entries.values()){let a=wm.includes(r)?null:aa(r,wm);a&&i&&!t.entries.has(a)&&e.report(`slip`,{span:w(i),path:n.path},[r,a],{severity:`warning`})}}else t.kind===`array`?e.report(`kind`,r,[`an array`]):(t.kind===`string`||t.kind===`number`)&&e.report(`kind`,r,[`a ${t.kind}`])}}})}),Em=m({id:`structure/properties-on-scalar`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Gives properties only to objects, and to arrays of objects.`,why:`On a field of any other type they are ignored.`,remedy:`Make the field an object, or an array of objects, or remove the properties.`,sources:[q.schema,q.gem]},messages:{type:e=>`The field has \`properties\`, but its type is \`${e}\`.`,of:e=>`The field has \`properties\`, but is an array of \`${e}\`.`,untyped:()=>"The field has `properties`, but no `type`."},examples:{bad:[{name:`no type`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', properties: [{ name: 'id' }] }] } } } }
                                                                       ^^^^^^^^^^^ untyped
        `,fixed:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', properties: [{ name: 'id' }], type: 'object' }] } } } }
        `},{name:`a string, and an array of strings`,source:g`
          {
            actions: {
              a: {
                output_fields: ->(_od) {
                  [
                    { name: 'owner', type: 'string', properties: [{ name: 'id' }] },
                                                     ^^^^^^^^^^^ type
                    { name: 'tags', type: 'array', of: 'string', properties: [{ name: 'id' }] }
                                                                 ^^^^^^^^^^^ of
                  ]
                }
              }
            }
          }
        `}],good:[{name:`an object`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'o', type: :object, properties: [{ name: 'id' }] }] } } } }
        `}]},create:e=>({field(t){let n=t.get(`properties`);if(!n||n.value.kind===`nil`||!t.uses.every(e=>e.closed)||B(n.value)?.length===0)return;let r=t.text(`type`);if(r===null){if(t.uses.some(e=>e.has(`type`)))return;let r=Nr(t.node,t.has(`of`)?`type: 'array'`:`type: 'object'`,e.source),i={title:`Make the field an object`,edits:r};e.report(`untyped`,n,[],r.length>0?{fix:i}:{})}else if(r===`array`){let r=t.text(`of`);r!==null&&r!==`object`&&e.report(`of`,n,[r])}else r!==`object`&&e.report(`type`,n,[r])}})}),Dm=m({id:`structure/reinvoke-arguments`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Passes `seconds:` and `continue:` to `reinvoke_after`.",why:`Both keywords are mandatory; without one of them the call raises an exception.`,remedy:"Write `reinvoke_after(seconds: 60, continue: { ... })`.",sources:[q.multistepActions,q.gem]},messages:{missing:e=>`\`reinvoke_after\` lacks \`${e}:\`.`,trigger:()=>"`reinvoke_after` is for actions, and a trigger has nothing to go on with.",positional:()=>"`reinvoke_after` takes keywords only.",short:e=>`\`reinvoke_after\` waits at least 60 seconds, not ${e}.`},examples:{bad:[{name:`no continue`,source:g`
          { actions: { a: { execute: ->(_c, _i, _eis, _eos, _continue) { reinvoke_after(seconds: 60) } } } }
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
        `},{name:`positional arguments, and a short time`,source:g`
          {
            actions: {
              a: { execute: ->(_c, _i) { reinvoke_after(60, { step: 1 }) } },
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ positional
              b: { execute: ->(_c, _i) { reinvoke_after(seconds: 5, continue: {}) } }
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ short
            }
          }
        `},{name:`a wait in a trigger`,source:g`
          {
            triggers: {
              new_report: {
                poll: lambda do |_connection, _input, closure|
                  report = get('/report')
                  reinvoke_after(seconds: 120, continue: closure) unless report['ready']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trigger
                  { events: report['rows'], next_poll: report['id'], can_poll_more: false }
                end
              }
            }
          }
        `}],good:[{name:`both keywords`,source:g`
          { actions: { a: { execute: ->(_c, _i) { reinvoke_after(seconds: 60, continue: { step: 1 }) } } } }
        `},{name:`keywords from elsewhere`,source:g`{ actions: { a: { execute: ->(_c, _i) { reinvoke_after(**all) } } } }`}]},create:e=>({bareCall:{reinvoke_after({node:t,lambda:n}){let r=E(t),[i]=r,a={span:w(t),path:n?.path??null};if(n?.owner===`trigger`&&e.report(`trigger`,a,[],{severity:`warning`}),r.length>1){e.report(`positional`,a,[]);return}if(i&&!(i instanceof et))return;let o=Om(i?.elements??[]);if(!o)return;for(let t of[`seconds`,`continue`])o.has(t)||e.report(`missing`,a,[t]);let s=o.get(`seconds`);s instanceof Ye&&s.value<60&&e.report(`short`,a,[s.value],{severity:`notice`})}}})});function Om(e){let t=new Map;for(let n of e){if(!(n instanceof v&&n.key instanceof C))return null;t.set(n.key.unescaped.value,n.value)}return t}const km=m({id:`structure/root-hash`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Ends with the connector's hash.`,why:`The value of the file is the connector; anything else cannot be loaded.`,remedy:"Let the hash with `title`, `connection`, `actions` and so on be the last expression of the file.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference.html`]},messages:{empty:()=>`The file has no code, so there is no connector.`,other:e=>`The file ends with ${e}, not with the hash of a connector.`,unknown:()=>`The file does not end with a hash literal, so the connector cannot be read without running it.`},examples:{bad:[{name:`no code`,source:`# To be written.
`,reports:[`empty`]},{name:`something after the hash`,source:g`
          { title: 'Acme' }
          nil
          ^^^ other
        `},{name:`a hash that only running the code would give`,source:g`
          build_connector('Acme')
          ^^^^^^^^^^^^^^^^^^^^^^^ unknown
        `}],good:[{name:`a hash`,source:g`{ title: 'Acme', connection: {} }`},{name:`a constant before the hash`,source:g`
          VERSION = 'v2'
          { title: "Acme #{VERSION}", connection: {} }
        `}]},create:e=>({file({syntax:t,value:n}){if(!t||!n||n.kind===`hash`)return;let r=t.value.statements.body.at(-1);if(!r){e.report(`empty`,null,[]);return}let i={span:w(r),path:null},a=Am(n);a?e.report(`other`,i,[a]):e.report(`unknown`,i,[])}})});function Am(e){switch(e.kind){case`string`:case`template`:return`a string`;case`symbol`:return`a symbol`;case`number`:return`a number`;case`boolean`:case`nil`:return"`nil`, `true` or `false`";case`array`:return`an array`;case`lambda`:return`a lambda`;case`regexp`:return`a regular expression`;default:return null}}const jm=m({id:`structure/ruby-27-syntax`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Uses no syntax newer than Ruby 2.7.`,why:`The platform documents Ruby 2.7, in which newer syntax does not parse.`,remedy:"Write it as Ruby 2.7 does, such as `{ id: id }` for `{ id: }`.",sources:[q.ruby]},messages:{newer:(e,t)=>`The platform runs Ruby 2.7, but ${e} needs Ruby ${t}.`},examples:{bad:[{name:`hash values left out`,source:g`
          { methods: { pair: ->(id, name) { { id:, name: name } } } }
                                              ^^^ newer
        `,fixed:g`
          { methods: { pair: ->(id, name) { { id: id, name: name } } } }
        `},{name:`a block's own parameter, and a method without an end`,source:g`
          def twice(x) = x * 2
          ^^^^^^^^^^^^^^^^^^^^ newer
          { methods: { ids: ->(rows) { rows.map { it['id'] } } } }
                                                ^^^^^^^^^^^^ newer
        `}],good:[{name:`what Ruby 2.7 has`,source:g`
          { methods: { pair: ->(id, *rest) { { id: id, all: rest.map { _1['id'] }, last: [*rest] } } } }
        `}]},create:e=>{return{node:[h(We,({node:e,parent:n,lambda:r})=>{let i=n instanceof v&&n.key instanceof C?n.key:null,a=i?.unescaped.value,{end:o}=w(i??e),s=[{span:{start:o,end:o},text:` ${a}`}];t({node:e,lambda:r},`a hash value that is left out`,`3.1`,i?{fix:{title:`Write the value`,edits:s}}:{})}),h(st,e=>t(e,"a pattern after `=>`",`3.0`)),h(Le,e=>t(e,`a find pattern`,`3.0`)),h(yt,e=>t(e,`a pinned expression`,`3.1`)),h($e,({parent:e,lambda:n})=>{e&&t({node:e,lambda:n},"the block parameter `it`",`3.4`)}),h(je,e=>{e.node.equalLoc&&t(e,"a method without `end`",`3.0`)}),h(At,e=>{e.node.expression===null&&e.parent instanceof ge&&t(e,"passing on `*`",`3.2`)}),h(be,e=>{e.node.expression===null&&t(e,"passing on `&`",`3.1`)})]};function t({node:t,lambda:n},r,i,a={}){e.report(`newer`,{span:w(t),path:n?.path??null},[r,i],a)}}}),Mm=m({id:`structure/schema-lambdas-missing`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives every action and trigger `input_fields` and `output_fields`.",why:`Without output fields a step offers no datapills, and without input fields nothing can be entered.`,remedy:`Add the lambda; one for an operation without inputs returns an empty array.`,sources:[q.actions,q.triggers]},messages:{missing:(e,t,n)=>`The ${e} \`${t}\` has no \`${n}\`.`},examples:{bad:[{name:`an action with nothing but an execute`,source:g`
          { actions: { ping: { execute: ->(_c, _i) { get('/ping') } } } }
                       ^^^^^ missing
                       ^^^^^ missing
        `}],good:[{name:`both`,source:g`
          {
            actions: {
              ping: { input_fields: ->(_od) { [] }, output_fields: ->(_od) { [] }, execute: ->(_c, _i) { {} } }
            }
          }
        `}]},create:e=>({operation(t){if(t.closed)for(let n of[`input_fields`,`output_fields`])t.has(n)||n===`input_fields`&&t.has(`config_fields`)||e.report(`missing`,t,[t.kind,t.name,n])}})}),Nm=new Set([`select`,`multiselect`,`tree`]),Pm=m({id:`structure/select-without-list`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives every select field a list to choose from.`,why:`Without one the user sees an empty menu, and cannot fill in the field.`,remedy:"Add `pick_list:`, or `options:` in connection fields.",sources:[q.schema]},messages:{missing:e=>`The field is a \`${e}\`, but has neither \`pick_list\` nor \`options\`.`},examples:{bad:[{name:`a select without a list`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: 'select' }] } } } }
                                                                  ^^^^^^^^^^^^^ missing
        `}],good:[{name:`a list`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: :select, pick_list: 'x' }] } } } }
        `},{name:`an output field, and a field that gets its list later`,source:g`
          {
            actions: {
              a: {
                output_fields: ->(_od) { [{ name: 's', control_type: 'select' }] },
                input_fields: ->(_od) { [{ name: 's', control_type: 'select' }.merge(pick_list: 'x')] }
              }
            }
          }
        `}]},create:e=>({field(t){if(!(t.isInput||t.isConfig||t.isConnection))return;let n=t.text(`control_type`);n!==null&&Nm.has(zc(n))&&t.uses.every(e=>e.closed&&!e.has(`pick_list`)&&!e.has(`options`))&&e.report(`missing`,t.get(`control_type`),[n])}})}),Fm=m({id:`structure/subdomain-url`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives a subdomain field the `url` that follows it.",why:`The control shows the rest of the address after the input; without it users cannot tell what to enter.`,remedy:"Add `url:` with the rest of the address, such as `.acme.com`.",sources:[q.schema]},messages:{missing:()=>"The field is a `subdomain`, but has no `url`."},examples:{bad:[{name:`no url`,source:g`
          { connection: { fields: [{ name: 'host', control_type: 'subdomain' }] } }
                                                   ^^^^^^^^^^^^^ missing
        `}],good:[{name:`a url`,source:g`
          { connection: { fields: [{ name: 'host', control_type: 'subdomain', url: '.acme.com' }] } }
        `}]},create:e=>({field(t){if(!(t.isInput||t.isConfig||t.isConnection))return;let n=t.text(`control_type`);n!==null&&zc(n)===`subdomain`&&t.uses.every(e=>e.closed&&!e.has(`url`))&&e.report(`missing`,t.get(`control_type`),[])}})}),Im=m({id:`structure/syntax-error`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Parses as Ruby.`,why:`A connector that does not parse can be neither saved nor run.`,remedy:"Correct the place that the parser points at; the cause is often a missing comma, `end` or quote just before it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{error:e=>`The file does not parse as Ruby: ${e}.`,tooDeep:()=>`The file nests brackets or blocks too deeply to be read.`},examples:{bad:[{name:`a missing comma`,source:g`
          { title: 'Acme' connection: {} }
                          ^^^^^^^^^^ error
        `},{name:`a hundred thousand brackets`,source:`{ title: ${`[`.repeat(1e5)}${`]`.repeat(1e5)} }`,reports:[`tooDeep`]}],good:[{name:`the comma in its place`,source:g`{ title: 'Acme', connection: {} }`}]},create:e=>({file({text:t,syntax:n}){t!==null&&n===null&&e.report(`tooDeep`,null,[]);let r=n?.errors??[],i=r.filter(e=>!Lm(e.type)),a=new Set;for(let t of i.length>0?i:r){let n=T(t.location),{line:r}=e.source.position(n.start);a.has(r)||a.size>=10||(a.add(r),e.report(`error`,{span:n,path:null},[t.message]))}}})});function Lm(e){return e===`unexpected_token_ignore`||e.endsWith(`_term`)}const Rm=m({id:`structure/test-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has a `test` that verifies a connection.",why:`Without it nothing runs when a user presses Connect, so wrong credentials are only found in jobs.`,remedy:"Add `test:` to the root with a lambda that makes one small request.",sources:[q.test,q.gem]},messages:{missing:()=>"The connector has no `test`.",misplaced:()=>"`test` stands in `connection`; it belongs to the root of the connector."},examples:{bad:[{name:`no test`,source:g`
          { title: 'Acme', connection: { fields: [] } }
            ^^^^^^ missing
        `},{name:`a test inside of the connection`,source:g`
          { title: 'Acme', connection: { test: lambda { |_connection| get('/me') } } }
                                         ^^^^^ misplaced
        `}],good:[{name:`a test`,source:g`{ title: 'Acme', connection: {}, test: lambda { |_connection| get('/me') } }`},{name:`a test that may come from elsewhere`,source:g`{ title: 'Acme', connection: {}, **shared }`}]},create:e=>({connector({root:t,connection:n}){if(t.has(`test`)||!t.closed)return;let r=n.get(`test`);r?e.report(`misplaced`,r,[]):e.report(`missing`,ei(t),[],{path:`test`})}})}),zm=m({id:`structure/title-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a title.`,why:`The title is the name under which users find the connector.`,remedy:"Add `title:` with the name of the application.",sources:[q.reference]},messages:{missing:()=>"The connector has no `title`.",empty:()=>"The connector's `title` is empty."},examples:{bad:[{name:`no title`,source:g`
          { connection: {} }
            ^^^^^^^^^^^ missing
        `},{name:`an empty title`,source:g`
          { title: ' ', connection: {} }
            ^^^^^^ empty
        `}],good:[{name:`a title`,source:g`{ title: 'Acme', connection: {} }`}]},create:e=>({connector({root:t,title:n}){n?n.value.kind===`string`&&n.value.text.trim()===``&&e.report(`empty`,n,[]):t.closed&&e.report(`missing`,ei(t),[],{path:`title`})}})}),Bm=m({id:`structure/toggle-incomplete`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Gives a field with `toggle_field` a `toggle_hint`, and the toggle a `name` and a `type`.",why:`The SDK rejects the whole schema when one of the three is missing.`,remedy:`Add what is missing; the toggle mostly has the name of its field.`,sources:[q.schema,q.gem]},messages:{hint:()=>"The field has a `toggle_field`, but no `toggle_hint`.",name:()=>"The `toggle_field` has no `name`.",type:()=>"The `toggle_field` has no `type`."},examples:{bad:[{name:`a toggle without a type, and no hint`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_field: { name: 'id', control_type: 'text' } }]
                                 ^^^^^^^^^^^^^ hint
                                 ^^^^^^^^^^^^^ type
                }
              }
            }
          }
        `},{name:`a toggle without a name`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_hint: 'Select', toggle_field: { type: 'string' } }]
                                                        ^^^^^^^^^^^^^ name
                }
              }
            }
          }
        `,fixed:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_hint: 'Select', toggle_field: { type: 'string', name: 'id' } }]
                }
              }
            }
          }
        `}],good:[{name:`all three`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_hint: 'Select', toggle_field: { name: 'id', type: 'string' } }]
                }
              }
            }
          }
        `}]},create:e=>{return{field(n){let r=n.get(`toggle_field`),{toggle:i}=n;if(!r||!i)return;let a=n.isInput||n.isOutput||n.isConfig?{}:{severity:`warning`};if(Vm(n)&&e.report(`hint`,r,[],a),Hm(i,`name`)){let o=n.name?Nr(i.node,`name: '${n.name}'`,e.source):[];e.report(`name`,r,[],t(a,`Give the toggle the field's name`,o))}if(Hm(i,`type`)){let n=Nr(i.node,`type: 'string'`,e.source);e.report(`type`,r,[],t(a,`Make the toggle a string`,n))}}};function t(e,t,n){return n.length>0?{...e,fix:{title:t,edits:n}}:e}}});function Vm(e){return e.uses.every(e=>Hm(e,`toggle_hint`))}function Hm(e,t){let n=e.get(t);return n?Um(n.value):e.closed}function Um(e){return e.kind===`nil`||e.kind===`string`&&e.text.trim()===``}const Wm=m({id:`structure/toggle-optional-mismatch`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:`Makes a toggle as optional as its field.`,why:`The SDK rejects a schema in which the toggle of a required field is optional.`,remedy:"Give both the same `optional`.",sources:[q.schema,q.gem]},messages:{optional:()=>`The toggle is optional, but its field is required.`,required:()=>`The toggle is required, but its field is optional.`},examples:{bad:[{name:`an optional toggle of a required field`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: false, toggle_field: { name: 'id', optional: true } }]
                                                                              ^^^^^^^^^ optional
                }
              }
            }
          }
        `,fixed:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: false, toggle_field: { name: 'id', optional: false } }]
                }
              }
            }
          }
        `},{name:`a required toggle of an optional field`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: true, toggle_field: { name: 'id', optional: false } }]
                                                                             ^^^^^^^^^ required
                }
              }
            }
          }
        `}],good:[{name:`both the same`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: false, toggle_field: { name: 'id', optional: false } }]
                }
              }
            }
          }
        `}]},create:e=>({field(t){let n=t.toggle?.get(`optional`),r=t.toggle?.flag(`optional`);if(!n||typeof r!=`boolean`||!t.uses.every(e=>e.pristine&&e.flag(`optional`)===!r))return;let i={title:`Make the toggle as optional as its field`,edits:[{span:n.valuePlace.span,text:String(!r)}]},a=[{span:(t.get(`optional`)??t).span,message:`The field that the toggle is of.`}];r?t.isUsed&&!t.isConnection?e.report(`optional`,n,[],{fix:i,related:a}):e.report(`optional`,n,[],{fix:i,related:a,severity:`warning`}):e.report(`required`,n,[],{fix:i,related:a,severity:`warning`})}})}),Gm=m({id:`structure/trigger-source-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives every trigger a `poll` or a `webhook_notification`.",why:`Without one of them no event ever becomes a job.`,remedy:"Add `poll:`, or the webhook lambdas with `webhook_notification:`.",sources:[q.triggers,q.hybridTriggers]},messages:{missing:e=>`Trigger \`${e}\` has neither \`poll\` nor \`webhook_notification\`.`},examples:{bad:[{name:`only a dedup`,source:g`
          { triggers: { new_lead: { dedup: ->(lead) { lead['id'] } } } }
                        ^^^^^^^^^ missing
        `}],good:[{name:`a polling trigger`,source:g`{ triggers: { new_lead: { poll: ->(c, i, last) { {} } } } }`},{name:`a webhook trigger`,source:g`{ triggers: { new_lead: { webhook_notification: ->(_i, payload) { payload } } } }`}]},create:e=>({trigger(t){!t.closed||t.has(`poll`)||t.has(`webhook_notification`)||e.report(`missing`,t,[t.name])}})});function Km(e,t,n){let r=t?e.get(t):void 0;return r?[{span:r.span,message:`The ${n} \`${r.name}\`.`}]:[]}const qm=m({id:`structure/undefined-method-call`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Calls only methods that `methods` defines.",why:`A call of any other name raises an exception when it runs.`,remedy:"Correct the name, or add the method to `methods`.",sources:[q.methods,q.gem]},messages:{typo:(e,t)=>`\`methods\` has no entry \`${e}\`; the nearest name is \`${t}\`.`,undefined:e=>`\`methods\` has no entry \`${e}\`, so this call raises an exception.`},examples:{bad:[{name:`a misspelt name`,source:g`
          {
            actions: { a: { execute: ->(c, i) { call('format_payolad', i) } } },
                                                     ^^^^^^^^^^^^^^^^ typo
            methods: { format_payload: ->(input) { input } }
          }
        `},{name:`a name, of two, that is not there`,source:g`
          {
            actions: { a: { execute: ->(c, i) { call(i['x'] ? :create : 'overwrite', i) } } },
                                                                        ^^^^^^^^^^^ undefined
            methods: { create: ->(input) { input } }
          }
        `}],good:[{name:`a defined name`,source:g`
          {
            actions: { a: { execute: ->(c, i) { call(:format_payload, i) } } },
            methods: { 'format_payload' => ->(input) { input } }
          }
        `},{name:`a name that is only known when it runs, and a lambda's own call`,source:g`
          { actions: { a: { execute: ->(c, i) { call("create_#{i['object']}", i); c['f'].call('x') } } } }
        `}]},create:e=>({methodCall(t){let{methods:n}=e.connector;if(n.closed)for(let r of V(t.name)){let i=R(r);if(i===null||n.has(i))continue;let a={span:r.node?w(r.node):t.span,path:t.path},o=aa(i,n.entries.map(e=>e.name)),s=Km(n,o,`method`);o?e.report(`typo`,a,[i,o],{related:s}):e.report(`undefined`,a,[i])}}})}),Jm=m({id:`structure/undefined-object-definition`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses only object definitions that there are.`,why:`Looking up any other name raises an exception, so the step's fields cannot be shown.`,remedy:"Correct the name, or add the definition to `object_definitions`.",sources:[q.objectDefinitions,q.gem]},messages:{typo:(e,t)=>`\`object_definitions\` has no entry \`${e}\`; the nearest name is \`${t}\`.`,undefined:e=>`\`object_definitions\` has no entry \`${e}\`, so looking it up raises an exception.`},examples:{bad:[{name:`a misspelt name, under a parameter of any name`,source:g`
          {
            actions: { a: { input_fields: ->(od) { od['invoce'] } } },
                                                      ^^^^^^^^ typo
            object_definitions: { invoice: { fields: ->(_c, _f) { [] } } }
          }
        `},{name:`a definition that needs one that is not there`,source:g`
          { object_definitions: { invoice: { fields: ->(_c, _f, od) { od['line_items'] } } } }
                                                                         ^^^^^^^^^^^^ undefined
        `}],good:[{name:`a defined name`,source:g`
          {
            actions: { a: { input_fields: ->(od) { od[:invoice].only('id') } } },
            object_definitions: { 'invoice' => { fields: ->(_c, _f) { [] } } }
          }
        `},{name:`a block's own variable of that name`,source:g`
          { actions: { a: { input_fields: ->(od) { [{}].map { |od| od['x'] } } } } }
        `}]},create:e=>({node:[h(x,t=>{let n=tm(t),{objectDefinitions:r}=e.connector;if(n&&r.closed)for(let t of n.names)for(let i of V(e.connector.evaluate(t))){let a=R(i);if(a===null||r.has(a))continue;let o={span:w(i.node??t),path:n.lambda.path},s=aa(a,r.entries.map(e=>e.name)),c=Km(r,s,`object definition`);s?e.report(`typo`,o,[a,s],{related:c}):e.report(`undefined`,o,[a])}})]})}),Ym=new Set([`select`,`multiselect`,`tree`]),Xm=m({id:`structure/undefined-pick-list`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names only pick lists that there are.`,why:`A list of any other name cannot be loaded, so the user has nothing to choose from.`,remedy:"Correct the name, or add the list to `pick_lists`.",sources:[q.pickLists,q.schema]},messages:{typo:(e,t)=>`\`pick_lists\` has no entry \`${e}\`; the nearest name is \`${t}\`.`,undefined:e=>`\`pick_lists\` has no entry \`${e}\`, so there is nothing to choose from.`},examples:{bad:[{name:`a misspelt name`,source:g`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: 'select', pick_list: 'statusses' }] } } },
                                                                                                     ^^^^^^^^^^^ typo
            pick_lists: { statuses: ->(_c) { [%w[Open open]] } }
          }
        `},{name:`a name in a toggle field, without any lists`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 's', toggle_field: { name: 's', type: 'string', pick_list: :priorities } }]
                                                                                      ^^^^^^^^^^^ undefined
                }
              }
            }
          }
        `}],good:[{name:`a defined name, and a list in place`,source:g`
          {
            actions: {
              a: { input_fields: ->(_od) { [{ name: 's', pick_list: :statuses }, { name: 't', pick_list: [%w[A a]] }] } }
            },
            pick_lists: { 'statuses' => ->(_c) { [%w[Open open]] } }
          }
        `}]},create:e=>({field(t){let{pickLists:n}=e.connector,r=t.get(`pick_list`);if(r&&n.closed&&!t.isConnection)for(let i of V(r.value)){let a=R(i);if(a===null||n.has(a))continue;let o={span:i.node?w(i.node):r.span,path:r.path},s=(t.isInput||t.isConfig)&&Ym.has(zc(t.text(`control_type`)??``))?{}:{severity:`warning`},c=aa(a,n.entries.map(e=>e.name)),l=Km(n,c,`pick list`);c?e.report(`typo`,o,[a,c],{...s,related:l}):e.report(`undefined`,o,[a],s)}}})}),Zm=m({id:`structure/undefined-stream`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names only streams that there are.`,why:`Looking up any other name raises an exception when the file is produced.`,remedy:"Correct the name, or add the stream to `streams`.",sources:[q.streams,q.gem]},messages:{undefined:e=>`The connector has no stream \`${e}\`.`},examples:{bad:[{name:`a misspelt name`,source:g`
          {
            actions: { a: { execute: ->(_c, i) { { file: workato.stream.out('dowload', i) } } } },
                                                                            ^^^^^^^^^ undefined
            streams: { download: ->(i, from, to, size) { [get('/file'), true] } }
          }
        `}],good:[{name:`streams of the connector and of an action`,source:g`
          {
            actions: {
              a: {
                execute: ->(_c, i) { { a: workato.stream.out('download', i), b: workato.stream.out(:page, i) } },
                streams: { page: ->(i, from, to, size) { ['', true] } }
              }
            },
            streams: { download: ->(i, from, to, size) { [get('/file'), true] } }
          }
        `}]},create:e=>({bareCall:{workato({chain:t,lambda:n}){let[,r,i]=t;if(r?.name!==`stream`||i?.name!==`out`)return;let[a]=E(i),o=a?R(e.connector.evaluate(a)):null;if(!a||o===null)return;let{root:s,operations:c}=e.connector,l=[s,...c];s.closed&&e.connector.actions.closed&&e.connector.triggers.closed&&l.every(e=>Qm(e,o))&&e.report(`undefined`,{span:w(a),path:n?.path??null},[o])}}})});function Qm(e,t){if(!e.closed)return!1;let n=e.get(`streams`);if(!n)return!0;let r=Zr(n.value,n.path,n.span);return r.closed&&!r.has(t)}const $m=new Map([[`basic`,`basic_auth`],[`apikey`,`api_key`],[`api-key`,`api_key`],[`api_token`,`api_key`],[`auth_token`,`api_key`],[`oauth`,`oauth2`],[`oauth_2`,`oauth2`],[`custom`,`custom_auth`]]),eh=new Set([`none`,`no_auth`]),th=m({id:`structure/unknown-auth-type`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Uses a documented type of authorization.`,why:`Other types work, if at all, because of how earlier versions of the platform behaved.`,remedy:"Use one of `basic_auth`, `api_key`, `oauth2`, `custom_auth` and `multi`.",sources:[q.authorization]},messages:{unknown:e=>`\`${e}\` is not a documented type of authorization.`,missing:()=>"The authorization has no `type`."},examples:{bad:[{name:`a short form`,source:g`
          { connection: { authorization: { type: 'basic', apply: ->(c) { user(c['user']) } } } }
                                           ^^^^^ unknown
        `,fixed:g`
          { connection: { authorization: { type: 'basic_auth', apply: ->(c) { user(c['user']) } } } }
        `},{name:`no type`,source:g`
          { connection: { authorization: { apply: ->(c) { user(c['user']) } } } }
                          ^^^^^^^^^^^^^^ missing
        `}],good:[{name:`a documented type`,source:g`{ connection: { authorization: { type: :api_key } } }`},{name:`an application without credentials`,source:g`{ connection: { authorization: { type: 'none' } } }`}]},create:e=>({authorization(t){let n=t.get(`type`);if(!n){t.closed&&t.keys.length>0&&e.report(`missing`,t,[]);return}let r=R(n.value);if(r===null||eh.has(r)||Vc.some(e=>e===r))return;let i=$m.get(r.toLowerCase()),a=(t.has(`apply`)||t.has(`credentials`))&&i!==`oauth2`,o=i&&a?Mr(n.value.node,i):[],s={title:`Use \`${i}\``,edits:o};e.report(`unknown`,n,[r],o.length>0?{fix:s}:{})}})});function nh(e,t,n){let{span:r}=t.valuePlace,i=e.slice(r),[a=``]=i;return a!==`'`&&a!==`"`||i!==a+(R(t.value)??``)+a||/['"\\#\r\n]/.test(n)?null:{span:r,text:a+n+a}}function rh(e,t,n){let{node:r}=t;if(!(r instanceof He||r instanceof et))return null;let i=r.elements.find(t=>t instanceof v&&e.slice(w(t.key)).includes(`name`));return!(i instanceof v)||!(i.key instanceof C)||i.operatorLoc?null:jn(e,w(i),n)}function ih(e,t){return e.isToggle||!(e.isInput||e.isConfig||e.isConnection)?!1:e.uses.some(({list:e})=>e.role===`connection`||(e.role===`input`||e.role===`config`)&&!ah(e.path,t))}function ah(e,t){let[n,r=``]=e.split(`.`,2);return(n===`triggers`?t.triggers:t.actions).get(r)?.deprecated===!0}function oh(e){return e.uses.every(e=>e.list.parent===null)}function $(e){return e.get(`name`)?.valuePlace??e}function sh(e){return e.has(`label`)?e.text(`label`):e.closed&&e.name!==null?zn(e.name):null}function ch(e){let t=e.get(`control_type`);return t?R(t.value)?.replaceAll(`_`,`-`)??null:e.closed?`text`:null}function lh(e){let t=e.get(`type`);return t?R(t.value):e.closed?`string`:null}function uh(e){let t=/^[\w .-]+$/,n=sh(e),{name:r}=e;return r===null||n===null||!t.test(n)||!t.test(r)?null:`toggle_hint: 'Select from list', toggle_field: { name: '${r}', label: '${n}', type: 'boolean', control_type: 'text', ${e.flag(`optional`)===!1?`optional: false, `:``}toggle_hint: 'Use custom value' }`}const dh=new Map([[`multi-select`,`multiselect`],[`multi_select`,`multiselect`],[`textarea`,`text-area`],[`text_area`,`text-area`],[`plain_text`,`plain-text`],[`boolean`,`checkbox`],[`datetime`,`date_time`],[`date-time`,`date_time`],[`timestamp`,`date_time`],[`dropdown`,`select`],[`string`,`text`]]),fh=m({id:`structure/unknown-control-type`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Gives fields documented controls only.`,why:`The recipe editor shows plain text, or nothing, for a control that it does not know.`,remedy:"Use one of the documented values of `control_type`.",sources:[q.schema]},options:{allow:{kind:`strings`,default:[`form-schema-builder`,`static-list`,`nested_fields`,`csv-designer`],summary:`Controls that the recipe editor knows although they are not documented.`}},messages:{unknown:e=>`\`${e}\` is not a documented value of \`control_type\`.`},examples:{bad:[{name:`another spelling`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'textarea' }] } } } }
                                                                                    ^^^^^^^^^^ unknown
        `,fixed:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'text-area' }] } } } }
        `},{name:`a type instead of a control`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'vip', type: 'boolean', control_type: 'boolean' }] } } } }
                                                                                                   ^^^^^^^^^ unknown
        `,fixed:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'vip', toggle_hint: 'Select from list', toggle_field: { name: 'vip', label: 'Vip', type: 'boolean', control_type: 'text', toggle_hint: 'Use custom value' }, type: 'boolean', control_type: 'checkbox' }] } } } }
        `}],good:[{name:`documented controls, also with a size`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'x', control_type: 'small-text' }, { name: 'y', control_type: :'text-area' }]
                }
              }
            }
          }
        `}]},create:e=>({field(t){let n=t.get(`control_type`);for(let r of V(n?.value)){let i=R(r);if(!n||i===null||i===``)continue;let a=zc(i);if(Rc.has(a)||e.options.allow.includes(a))continue;let o={span:r.node?w(r.node):n.span,path:n.path},s=dh.get(i.toLowerCase()),c=s?ph(t,r.node,s,e.source):[],l={title:`Use \`${s}\``,edits:c},u=t.isInput||t.isConfig||t.isConnection;e.report(`unknown`,o,[i],{...u?{}:{severity:`notice`},...c.length>0?{fix:l}:{}})}}})});function ph(e,t,n,r){let i=Mr(t,n),a=/^(?:select|multiselect|checkbox)$/u.test(n),o=e.isInput||e.isConfig||e.isConnection;if(i.length===0||!a||!o||e.has(`toggle_field`)||e.isToggle)return i;if(n!==`checkbox`||e.isConfig||e.isConnection)return[];let s=uh(e),c=s===null?null:rh(r,e,s);return c?[...i,c]:[]}const mh=[`convert_input`,`convert_output`,`render_input`,`parse_output`],hh=m({id:`structure/unknown-converter`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names only converters that there are.`,why:`The SDK raises an exception for a converter that is neither its own nor a method of the connector.`,remedy:"Use one of the built-in converters, or add the method to `methods`.",sources:[q.schema,q.gem]},messages:{unknown:(e,t)=>`\`${t}\` of \`${e}\` is neither a built-in converter nor an entry of \`methods\`.`},examples:{bad:[{name:`a converter of another name`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'n', convert_input: 'int_conversion' }] } } } }
                                                                                 ^^^^^^^^^^^^^^^^ unknown
        `}],good:[{name:`a built-in converter, and a method`,source:g`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'n', convert_input: 'integer_conversion', convert_output: :as_text }]
                }
              }
            },
            methods: { as_text: ->(value) { value.to_s } }
          }
        `}]},create:e=>({field(t){let{methods:n}=e.connector;if(n.closed)for(let r of mh){let i=t.get(r);for(let a of V(i?.value)){let o=R(a);if(!i||!o||Bc.has(o)||n.has(o))continue;let s={span:a.node?w(a.node):i.span,path:i.path};e.report(`unknown`,s,[r,o],t.isUsed?{}:{severity:`warning`})}}}})}),gh=new Map([[`int`,`integer`],[`long`,`integer`],[`float`,`number`],[`double`,`number`],[`decimal`,`number`],[`numeric`,`number`],[`datetime`,`date_time`],[`date-time`,`date_time`],[`bool`,`boolean`],[`text`,`string`],[`str`,`string`],[`hash`,`object`],[`list`,`array`]]),_h=m({id:`structure/unknown-field-type`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Gives fields documented types only.`,why:`The SDK takes any other type for a string.`,remedy:`Use one of string, integer, number, date_time, date, timestamp, boolean, object and array.`,sources:[q.schema,q.gem]},messages:{unknown:(e,t)=>`\`${t}\` is not a documented value of \`${e}\`.`},examples:{bad:[{name:`a short form`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'count', type: 'int' }] } } } }
                                                                            ^^^^^ unknown
        `,fixed:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'count', type: 'integer' }] } } } }
        `},{name:`an array of arrays`,source:g`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'rows', type: 'array', of: :array }] } } } }
                                                                                         ^^^^^^ unknown
        `}],good:[{name:`documented types, also as symbols`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'x', type: :array, of: 'string' }] } } } }
        `}]},create:e=>{return{field(e){t(e,`type`),t(e,`of`)}};function t(t,n){let r=t.get(n);for(let t of V(r?.value)){let i=R(t);if(!r||i===null||Lc.has(i)&&(n!==`of`||i!==`array`))continue;let a={span:t.node?w(t.node):r.span,path:r.path},o=gh.get(i.toLowerCase())??(Lc.has(i.toLowerCase())?i.toLowerCase():null),s=o&&o!==i?Mr(t.node,o):[],c={title:`Use \`${o}\``,edits:s};e.report(`unknown`,a,[n,i],s.length>0?{fix:c}:{})}}}}),vh={date_time:[`text`,`text-area`,`integer`,`number`,`checkbox`,`date`],timestamp:[`text`,`text-area`,`integer`,`number`,`checkbox`,`date`],date:[`text`,`text-area`,`integer`,`number`,`checkbox`,`date-time`],integer:[`date`,`date-time`,`checkbox`,`email`,`url`,`phone`],number:[`checkbox`,`email`,`url`,`phone`],boolean:[`integer`,`number`,`date`,`date-time`,`email`,`url`,`phone`,`text-area`]},yh={date_time:`date_time`,timestamp:`date_time`,date:`date`,integer:`integer`,number:`number`,boolean:`checkbox`};function bh(e,t){return vh[e]?.includes(t.replaceAll(`_`,`-`))?yh[e]:null}const xh=new Set,Sh=m({id:`structure/unknown-key`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Uses only documented keys in the root, connection, authorization, operations and fields.`,why:`The platform ignores other keys without a word, so a slip of the keyboard switches a feature off.`,remedy:`Correct the spelling of the key, or remove it.`,sources:[q.reference,q.actions,q.triggers,q.schema,q.authorization]},messages:{typo:(e,t,n)=>`\`${e}\` is not a documented key of ${t}; the nearest is \`${n}\`.`,unknown:(e,t)=>`\`${e}\` is not a documented key of ${t}, so the platform ignores it.`},examples:{bad:[{name:`a misspelt key of an action and of a field`,source:g`
          {
            actions: {
              search: {
                descripton: "Search <span class='provider'>leads</span> in <span class='provider'>Acme</span>",
                ^^^^^^^^^^^ typo
                input_fields: lambda { |_od| [{ name: 'id', lable: 'ID' }] }
                                                            ^^^^^^ typo
              }
            }
          }
        `,fixed:g`
          {
            actions: {
              search: {
                description: "Search <span class='provider'>leads</span> in <span class='provider'>Acme</span>",
                input_fields: lambda { |_od| [{ name: 'id', label: 'ID' }] }
              }
            }
          }
        `},{name:`a key that nothing reads`,source:g`
          { title: 'Acme', changelog: 'Version 2' }
                           ^^^^^^^^^^ unknown
        `}],good:[{name:`attributes of a connector's own in fields`,source:g`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', source_path: 'body.id' }] } } } }
        `},{name:`string keys`,source:g`{ 'title' => 'Acme', 'connection' => { 'base_uri' => -> {} } }`}]},create:e=>{return{connector({root:e}){t(e,`the connector`,Object.keys(Dc))},connection(e){t(e,`the connection`,Object.keys(Oc))},authorization(e){let n=e.option===null?kc:Ac;t(e,`the authorization`,Object.keys(n),Uc.authorization)},action(e){t(e,`an action`,Object.keys(Mc),Uc.operation)},trigger(e){t(e,`a trigger`,Object.keys(Nc),Uc.operation)},field(e){for(let t of e.hash.entries.keys()){if(Ic.has(t))continue;let n=aa(t,Ic);n&&r(e.get(t),`a field`,n,e.hash.entries,Ch(e,t,n))}}};function t(t,n,i,a=xh){for(let o of t.keys){if(i.includes(o)||a.has(o))continue;let s=aa(o,i),c=t.get(o);s?r(c,n,s,t.hash.entries):e.report(`unknown`,c,[o,n])}}function n(t,{value:n}){let r=t===`pick_list`?R(n):null;return r===null||e.connector.pickLists.has(r)}function r(t,r,i,a,o=!0){let s=a.get(t.key)?.keyNode??null,c=o&&!a.has(i)&&n(i,t)?Mr(s,i):[],l=c.length>0?{fix:{title:`Rename the key to \`${i}\``,edits:c}}:{};e.report(`typo`,t,[t.key,r,i],l)}}});function Ch(e,t,n){let r=e.text(`type`),i=e.text(t);return n!==`control_type`||r===null||i===null||bh(r,i)===null}const wh=m({id:`structure/utf8-source`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Is valid UTF-8 text without NUL bytes.`,why:`The platform takes only code that is UTF-8 and can travel as JSON.`,remedy:`Save the file as UTF-8 in the editor; a file that is not text at all is not a connector.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{invalid:e=>`The file is not valid UTF-8: the byte at offset ${e} does not belong there.`,nul:e=>`The file has a NUL byte at offset ${e}.`},examples:{bad:[{name:`a NUL byte in a title`,source:`{ title: 'A\0cme' }
           ^ nul
`}],good:[{name:`an accented character in UTF-8`,source:`{ title: 'Café' }
`}]},create:e=>({file({bytes:t}){if(t.length>10485760)return;let n=t.indexOf(0),r=Th(t);r===-1?n!==-1&&e.report(`nul`,{span:{start:n,end:n+1},path:null},[n]):e.report(`invalid`,{span:{start:r,end:r+1},path:null},[r])}})});function Th(e){if(Eh(e))return-1;let[t,n]=[0,e.length];for(;t<n;){let r=t+n>>1;Dh(e.subarray(0,r+1))?t=r+1:n=r}return Math.min(t,e.length-1)}function Eh(e){return Oh(e,!1)}function Dh(e){return Oh(e,!0)}function Oh(e,t){try{return new TextDecoder(`utf-8`,{fatal:!0}).decode(e,{stream:t}),!0}catch{return!1}}const kh=m({id:`structure/webhook-keys-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has `webhook_keys` where triggers have a `webhook_key`, and only there.",why:`Incoming events are routed by comparing the two; one without the other reaches no trigger.`,remedy:"Add `webhook_keys:` to the root with a lambda that reads the key from the event.",sources:[q.triggers,q.staticWebhooks]},messages:{keys:e=>`Trigger \`${e}\` has a \`webhook_key\`, but the connector has no \`webhook_keys\`.`,unused:()=>"The connector has `webhook_keys`, but no trigger has a `webhook_key`."},examples:{bad:[{name:`a trigger's key alone`,source:g`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } } } }
                                    ^^^^^^^^^^^^ keys
        `},{name:`the root's keys alone`,source:g`
          { webhook_keys: ->(params, headers, payload) { payload['form'] }, triggers: {} }
            ^^^^^^^^^^^^^ unused
        `}],good:[{name:`both`,source:g`
          {
            webhook_keys: ->(params, headers, payload) { payload['form'] },
            triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } } }
          }
        `}]},create:e=>({connector({root:t,triggers:n}){let r=t.get(`webhook_keys`),i=n.entries.flatMap(e=>e.get(`webhook_key`)??[]);if(!r&&t.closed)for(let t of n.entries){let n=t.get(`webhook_key`);n&&e.report(`keys`,n,[t.name])}else r&&i.length===0&&n.closed&&n.entries.every(e=>e.closed)&&e.report(`unused`,r,[],{severity:`warning`})}})}),Ah=[`webhook_response_type`,`webhook_response_body`,`webhook_response_headers`,`webhook_response_status`],jh=m({id:`structure/webhook-response-options`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Keeps the settings of webhook responses within what the platform supports.`,why:`Other statuses, types and payload types are not honoured, and the application gets another answer.`,remedy:"Use a status from 200 to 299, `plain` or `json`, and `raw` or `parsed`.",sources:[q.triggers]},messages:{status:e=>`\`webhook_response_status\` is ${e}; only 200 to 299 are supported.`,value:(e,t,n)=>`\`${e}\` is \`${t}\`; it can be ${n}.`,kind:e=>`\`${e}\` has no effect in a trigger without \`webhook_subscribe\`.`},examples:{bad:[{name:`a redirect and unknown types`,source:g`
          {
            triggers: {
              a: {
                webhook_subscribe: ->(url) { {} },
                webhook_response_status: 302,
                ^^^^^^^^^^^^^^^^^^^^^^^^ status
                webhook_response_type: 'xml',
                ^^^^^^^^^^^^^^^^^^^^^^ value
                webhook_payload_type: 'text'
                ^^^^^^^^^^^^^^^^^^^^^ value
              }
            }
          }
        `},{name:`a response of a polling trigger`,source:g`
          { triggers: { a: { poll: ->(_c) { {} }, webhook_response_status: 200 } } }
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ kind
        `}],good:[{name:`supported settings`,source:g`
          {
            triggers: {
              a: {
                webhook_subscribe: ->(url) { {} },
                webhook_response_status: 202,
                webhook_response_type: 'json',
                webhook_payload_type: 'raw'
              }
            }
          }
        `}]},create:e=>({trigger(t){let n=t.get(`webhook_response_status`);n?.value.kind===`number`&&(n.value.number<200||n.value.number>299)&&e.report(`status`,n,[n.value.number]);for(let[n,r]of[[`webhook_response_type`,[`plain`,`json`]],[`webhook_payload_type`,[`raw`,`parsed`]]]){let i=t.get(n),a=R(i?.value);i&&a!==null&&!r.some(e=>e===a)&&e.report(`value`,i,[n,a,r.map(e=>`\`${e}\``).join(` or `)])}if(t.closed&&!t.has(`webhook_subscribe`))for(let n of Ah){let r=t.get(n);r&&e.report(`kind`,r,[n])}}})}),Mh=m({id:`structure/webhook-subscribe-pair`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has `webhook_unsubscribe` where it has `webhook_subscribe`, and the other way round.",why:`Without it, recipes that are stopped leave dead subscriptions in the customer's application.`,remedy:"Add `webhook_unsubscribe:` with a lambda that deletes the subscription.",sources:[q.triggers,q.dynamicWebhooks]},messages:{missing:(e,t,n)=>`Trigger \`${e}\` has \`${t}\`, but no \`${n}\`.`,empty:e=>`The \`webhook_unsubscribe\` of trigger \`${e}\` does nothing.`},examples:{bad:[{name:`a subscription that is never ended`,source:g`
          { triggers: { new_lead: { webhook_subscribe: ->(url, _c) { post('/hooks', url: url) } } } }
                                    ^^^^^^^^^^^^^^^^^^ missing
        `},{name:`an empty lambda`,source:g`
          {
            triggers: {
              new_lead: {
                webhook_subscribe: ->(url, _c) { post('/hooks', url: url) },
                webhook_unsubscribe: ->(_webhook) { }
                ^^^^^^^^^^^^^^^^^^^^ empty
              }
            }
          }
        `}],good:[{name:`both`,source:g`
          {
            triggers: {
              new_lead: {
                webhook_subscribe: ->(url, _c) { post('/hooks', url: url) },
                webhook_unsubscribe: ->(webhook) { delete("/hooks/#{webhook['id']}") }
              }
            }
          }
        `}]},create:e=>({trigger(t){let n=t.get(`webhook_subscribe`),r=t.get(`webhook_unsubscribe`),i=t.lambda(`webhook_unsubscribe`);if(n&&i&&Rt(i.value.node)?.body===null&&e.report(`empty`,r,[t.name],{severity:`notice`}),t.closed){n&&!r&&e.report(`missing`,n,[t.name,`webhook_subscribe`,`webhook_unsubscribe`]);for(let r of[`webhook_unsubscribe`,`webhook_refresh`]){let i=t.get(r);i&&!n&&e.report(`missing`,i,[t.name,r,`webhook_subscribe`])}}}})}),Nh=m({id:`structure/wrong-value-kind`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Puts lambdas where lambdas belong, and hashes where sections are.`,why:`The platform runs some values and enumerates others; a value of another kind raises an exception.`,remedy:`Wrap the value in a lambda, or make the section a hash.`,sources:[q.actions,q.triggers,q.gem]},messages:{lambda:(e,t)=>`\`${e}\` holds ${t} where the platform needs a lambda.`,hash:(e,t)=>`\`${e}\` holds ${t} where the platform needs a hash.`},examples:{bad:[{name:`fields without a lambda`,source:g`
          { actions: { ping: { input_fields: [{ name: 'id' }] } } }
                               ^^^^^^^^^^^^^ lambda
        `},{name:`a section that is an array, and a method that is a string`,source:g`
          { triggers: [], methods: { host: 'acme.com' } }
            ^^^^^^^^^ hash
                                     ^^^^^ lambda
        `}],good:[{name:`lambdas and procs`,source:g`
          {
            connection: { fields: [{ name: 'key' }], authorization: { client_id: 'x', type: 'oauth2' } },
            actions: { ping: { title: 'Ping', help: { body: 'Pings.' }, execute: proc { {} } } },
            methods: { host: shared, page: method(:page) }
          }
        `}]},create:e=>{return{connector({root:e,methods:r,streams:i,pickLists:a}){t(e,Dc);for(let e of[r,i])n(e.property,[`lambda`]);n(a.property,[`lambda`,`array`]);for(let t of[`actions`,`triggers`,`object_definitions`])n(e.get(t),[`hash`])},connection(e){t(e,Oc)},authorization(e){t(e,Ac)},action(e){t(e,Mc)},trigger(e){t(e,Nc)},objectDefinition(e){t(e,Pc)}};function t(e,t){for(let n of e.keys){let i=e.get(n);if(!Object.hasOwn(t,n))continue;let{holds:a}=t[n];a.length===1&&(a[0]===`lambda`||a[0]===`hash`)&&r(i,a)}}function n(e,t){if(!e)return;let n=Zr(e.value,e.path,e.span);for(let i of n.keys)e.key!==`object_definitions`&&r(n.get(i),t)}function r(t,n){let r=Fh(t.value);r&&!n.includes(r)&&e.report(n.includes(`lambda`)?`lambda`:`hash`,t,[t.key,Ph[r]])}}}),Ph={lambda:`a lambda`,hash:`a hash`,array:`an array`,text:`a string`,number:`a number`,boolean:"`true` or `false`"};function Fh(e){switch(e.kind){case`string`:case`template`:case`symbol`:return`text`;case`number`:case`boolean`:case`array`:case`hash`:case`lambda`:return e.kind;default:return null}}const Ih=[yc,bc,xc,Sc,Cc,wc,Tc,_p,yp,wp,Tp,Ep,Dp,Op,kp,Ap,Mp,Np,Ip,Rp,Wp,Gp,Kp,Yp,Xp,Qp,am,om,lm,dm,fm,hm,ym,Sm,Tm,Em,Dm,km,jm,Mm,Pm,Fm,Im,Rm,zm,Bm,Wm,Gm,qm,Jm,Xm,Zm,th,fh,hh,_h,Sh,wh,kh,jh,Mh,Nh],Lh=`get search list create add update upsert delete remove send upload download import export find fetch retrieve cancel assign archive approve reject invite post run start stop trigger convert merge move copy restart`.split(` `),Rh=new Map(Lh.flatMap(e=>{let t=e.replace(/e$/,``);return[[/(?:ch|sh|s)$/.test(e)?`${e}es`:`${e.replace(/y$/,`ie`)}s`,e],[`${t}ing`,e]]})),zh=new Map([[`fetch`,`Get`],[`retrieve`,`Get`],[`insert`,`Create`],[`modify`,`Update`],[`edit`,`Update`]]),Bh=new Map([[`creation`,`Create`],[`insertion`,`Create`],[`deletion`,`Delete`],[`removal`,`Delete`],[`retrieval`,`Get`],[`modification`,`Update`],[`cancellation`,`Cancel`],[`cancelation`,`Cancel`],[`archival`,`Archive`]]),Vh=new Set(`request schedule confirm initiate submit check track log record enable disable simulate process finish complete begin undo revert monitor report await poll test validate verify allow prevent block perform execute bulk batch new on`.split(` `)),Hh=/\s(?:created|updated|deleted|added|removed|sent|uploaded)$/i,Uh=m({id:`usability/action-title`,severity:`warning`,confidence:`medium`,since:`0.1.0`,options:{maxLength:{kind:`integer`,default:50,minimum:20,summary:`The length of a title from which on it is reported.`}},docs:{summary:`Titles every action as a verb and an object, such as “Create lead”.`,why:`Users choose an action by its title; one form for all of them lets them find it at a glance.`,remedy:"Write the title as `[Verb] [Object]` in sentence case, and leave details to the subtitle.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#title`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#action-general`]},messages:{outcome:e=>`The title “${e}” tells what has happened; an action's title begins with a verb, as in “Create lead”.`,verbForm:(e,t,n)=>`The title “${e}” begins with “${t}” instead of “${n}”.`,noun:(e,t)=>`The title “${e}” names a process; an action's title begins with a verb, as in “${t}”.`,synonym:(e,t,n)=>`The title “${e}” begins with “${t}”, for which Workato's convention is “${n}”.`,all:e=>`The title “${e}” is for an action that lists records, for which the verb is “List”.`,markup:e=>`The title “${e}” has HTML in it, which is shown as it is.`,fullStop:e=>`The title “${e}” ends with a full stop.`,lowerCase:e=>`The title “${e}” does not begin with a capital letter.`,titleCase:e=>`The title “${e}” is not in sentence case, as in “Create purchase order”.`,application:(e,t)=>`The title “${e}” repeats the name of the application, \`${t}\`, which users see beside it.`,long:(e,t)=>`The title “${e}” has ${t} characters; details fit the \`subtitle\`.`},examples:{bad:[{name:`an outcome`,source:g`
          { title: 'Acme', actions: { lead: { title: 'Lead created' } } }
                                                     ^^^^^^^^^^^^^^ outcome
        `},{name:`another form of the verb`,source:g`
          { title: 'Acme', actions: { lead: { title: 'Creates lead' } } }
                                                     ^^^^^^^^^^^^^^ verbForm
        `},{name:`a process`,source:g`
          { title: 'Acme', actions: { 'lead' => { 'title' => 'Lead creation' } } }
                                                             ^^^^^^^^^^^^^^^ noun
        `},{name:`a process, by the key of the action`,source:g`
          { title: 'Acme', actions: { invoice_retrieval: { execute: ->(c, i) { get('/invoice') } } } }
                                      ^^^^^^^^^^^^^^^^^^ noun
        `},{name:`a verb that is not the convention's`,source:g`
          { title: 'Acme', actions: { retrieve_lead: { execute: ->(c, i) { get('/lead') } } } }
                                      ^^^^^^^^^^^^^^ synonym
        `},{name:`a list of all records`,source:g`
          { title: 'Acme', actions: { leads: { title: 'Get all leads' } } }
                                                      ^^^^^^^^^^^^^^^ all
        `},{name:`HTML`,source:g`
          { title: 'Acme', actions: { lead: { title: 'Create <b>lead</b>' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^ markup
        `},{name:`a full stop`,source:g`
          { title: 'Acme', actions: { lead: { title: 'Create lead.' } } }
                                                     ^^^^^^^^^^^^^^ fullStop
        `},{name:`a small first letter`,source:g`
          { title: 'Acme', actions: { lead: { title: 'create lead' } } }
                                                     ^^^^^^^^^^^^^ lowerCase
        `},{name:`capitals everywhere`,source:g`
          { title: 'Acme', actions: { order: { title: 'Create Purchase Order' } } }
                                                      ^^^^^^^^^^^^^^^^^^^^^^^ titleCase
        `},{name:`the application's name`,source:g`
          { title: 'Acme', actions: { lead: { title: 'Create lead in Acme' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^ application
        `},{name:`a sentence`,source:g`
          { title: 'Acme', actions: { lead: { title: 'Create lead from contact and company with all of their tasks' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long
        `}],good:[{name:`a process that is an object`,source:g`{ title: 'Acme', actions: { cancel: { title: 'Request cancellation' } } }`},{name:`a verb and an object`,source:g`{ title: 'Acme', actions: { lead: { title: 'Create lead' } } }`},{name:`acronyms`,source:g`{ title: 'Acme', actions: { sms: { title: 'Send SMS to PDF list' } } }`},{name:`a name in the title`,source:g`{ title: 'Acme', actions: { event: { title: 'Create Google Calendar event' } } }`},{name:`an action that is deprecated`,source:g`{ title: 'Acme', actions: { lead: { title: 'Lead created', deprecated: true } } }`}]},create:e=>({action(t){let n=t.deprecated?null:Kn(t);if(!n||n.text.trim()===``)return;let{place:r,written:i}=n,a=n.text.trim(),o=H(a),[s=``,c=``]=dr(a),l=Rh.get(s.toLowerCase()),u=/\sfrom\s/i.test(a)?void 0:zh.get(s.toLowerCase()),d=Wh(s)?null:Gh(a),f=qn(e.connector);/<\/?[a-z][^<>]*>/i.test(a)?e.report(`markup`,r,[o]):l?e.report(`verbForm`,r,[o,s,l]):Hh.test(a)&&!Lh.includes(s.toLowerCase())?e.report(`outcome`,r,[o]):d?e.report(`noun`,r,[o,d]):a.endsWith(`.`)&&!/\betc\.$/.test(a)?e.report(`fullStop`,r,[o]):/^\p{Ll}/u.test(a)?e.report(`lowerCase`,r,[o],{severity:`notice`}):u?e.report(`synonym`,r,[o,s,u],{severity:`notice`}):/^get (?:all|(?:a )?list of) \S/i.test(a)&&c!==``?e.report(`all`,r,[o],{severity:`notice`}):f&&Kh(a,f)?e.report(`application`,r,[o,f],{severity:`notice`}):i&&pr(a,[f??``])&&s!==``?e.report(`titleCase`,r,[o],{severity:`notice`}):a.length>e.options.maxLength&&e.report(`long`,r,[o,a.length],{severity:`notice`})}})});function Wh(e){let t=e.toLowerCase();return Lh.includes(t)||Vh.has(t)||zh.has(t)}function Gh(e){let t=e.replace(/\.$/,``).split(` `),n=Bh.get(t.at(-1)?.toLowerCase()??``);if(!n||t.length<2)return null;let[r=``,...i]=t.slice(0,-1);return[n,/^\p{Lu}\p{Ll}/u.test(r)?r.charAt(0).toLowerCase()+r.slice(1):r,...i].join(` `)}function Kh(e,t){let[n,r]=[e.toLowerCase(),t.toLowerCase()];return n.endsWith(` ${r}`)?/\s(?:in|into|from|to|on|at|using|via)$/.test(n.slice(0,-r.length-1)):!1}const qh=m({id:`usability/batch-tag`,severity:`notice`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Marks actions and triggers that work on many records at once.`,why:`The tags “Batch” and “Bulk” in the editor tell users at a glance that a step takes or gives a list or a file.`,remedy:"Set `batch: true` for lists of records, or `bulk: true` for files of them.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#batch`]},messages:{missing:(e,t)=>`The title “${e}” says ${t}, and neither \`batch\` nor \`bulk\` is set.`},examples:{bad:[{name:`a batch without its tag`,source:g`
          { title: 'Acme', actions: { create_leads: { title: 'Create leads in batch' } } }
                                      ^^^^^^^^^^^^^ missing
        `,fixed:g`
          { title: 'Acme', actions: { create_leads: { batch: true, title: 'Create leads in batch' } } }
        `}],good:[{name:`a batch with its tag`,source:g`{ title: 'Acme', actions: { create_leads: { title: 'Create leads in batch', batch: true } } }`},{name:`an object of that name`,source:g`{ title: 'Acme', actions: { create_batch: { title: 'Create batch' } } }`}]},create:e=>({operation(t){if(t.deprecated||!t.closed||t.has(`batch`)||t.has(`bulk`))return;let n=Kn(t),r=n&&/\bin (batch|bulk)(?:es)?\b|^(bulk|batch) \w|\((batch|bulk)\)$/i.exec(n.text);if(!n||!r)return;let i=(r[1]??r[2]??r[3]).toLowerCase(),a=t.get(t.keys[0]??``),o=a&&e.source.slice(a.span),s=a&&o&&/^\w+:$/.test(o)?{fix:{title:`Set \`${i}: true\``,edits:[Mn(e.source,a.span,`${i}: true`)]}}:{};e.report(`missing`,t,[H(n.text),i],s)}})}),Jh=m({id:`usability/boolean-checkbox`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Shows an input that is true or false as a choice of yes and no.`,why:`In a text field users have to guess whether true, yes or 1 is meant.`,remedy:"Set `control_type: 'checkbox'` and add a `toggle_field` of text for datapills.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#control-types`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions`]},messages:{text:e=>`The field \`${e}\` is of type \`boolean\`, and users get a text field for it.`},examples:{bad:[{name:`no control`,source:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'active', type: 'boolean' }] } } } }
                                                                                    ^^^^^^^^ text
        `,fixed:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'active', control_type: 'checkbox', toggle_hint: 'Select from list', toggle_field: { name: 'active', label: 'Active', type: 'boolean', control_type: 'text', toggle_hint: 'Use custom value' }, type: 'boolean' }] } } } }
        `}],good:[{name:`a checkbox`,source:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'active', type: 'boolean', control_type: 'checkbox' }]
          } } } }
        `},{name:`the text side of a toggle`,source:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'active', type: 'boolean', control_type: 'checkbox',
               toggle_field: { name: 'active', type: 'boolean', control_type: 'text' } }]
          } } } }
        `},{name:`outputs`,source:g`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'active', type: 'boolean' }] } } } }
        `}]},create:e=>({field(t){let{name:n}=t;if(n===null||!ih(t,e.connector)||!t.closed||!t.isPristine||t.text(`type`)!==`boolean`||ch(t)!==`text`||t.has(`toggle_field`)||t.has(`pick_list`))return;let r=t.has(`control_type`)||t.isConnection?null:uh(t),i=r===null?null:rh(e.source,t,`control_type: 'checkbox', ${r}`);e.report(`text`,$(t),[n],i?{fix:{title:`Show a checkbox`,edits:[i]}}:{})}})}),Yh=m({id:`usability/config-field-toggle`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Keeps datapills out of the fields that decide on other fields.`,why:`A config field is read while the recipe is edited, when a datapill has no value, so the fields that depend on it vanish.`,remedy:"Give the `toggle_field` of a config field `control_type: 'plain-text'`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{control:(e,t)=>`The toggle of the config field \`${e}\` has the control \`${t}\`, which takes datapills, instead of \`plain-text\`.`},examples:{bad:[{name:`a toggle to text`,source:g`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'text' } }
                                                                            ^^^^^^ control
          ] } } }
        `,fixed:g`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'plain-text' } }
          ] } } }
        `}],good:[{name:`a toggle to plain text`,source:g`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'plain-text' } }
          ] } } }
        `},{name:`inputs that nothing depends on`,source:g`
          { title: 'Acme', actions: { create_object: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses',
              toggle_field: { name: 'status', type: 'string', control_type: 'text' } }
          ] } } } }
        `},{name:`a toggle without datapills`,source:g`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'text', support_pills: false } }
          ] } } }
        `}]},create:e=>({field(t){let{toggle:n,name:r}=t;if(t.isToggle||!n||r===null)return;let i=t.uses.filter(e=>!e.list.path.startsWith(`triggers.`)),a=i.some(e=>e.list.role===`config`),o=t.flag(`extends_schema`)===!0&&i.some(e=>e.list.role===`input`);if(!a&&!o||n.flag(`support_pills`)===!1)return;let s=n.get(`control_type`),c=s?n.text(`control_type`):n.closed?`text`:null;if(c===null||!/^(?:text|text-area|string|integer|number)$/.test(c.replaceAll(`_`,`-`)))return;let l=s&&nh(e.source,s,`plain-text`);e.report(`control`,s?.valuePlace??$(n),[r,c],l?{fix:{title:"Use the control `plain-text`",edits:[l]}}:{})}})}),Xh=/^(?:user_?name|user|login|email|user_?mail|pass_?word|login_\w+)$/i,Zh=/(?:^|_)(?:api_?key|key|token|secret|client_id|client_secret|app_id|app_key|consumer_key|account_id|merchant_id|sender_id|tenant_id|org_id|company_id)$/,Qh=m({id:`usability/connection-hint`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Tells where to find each credential of the connection.`,why:`Users who cannot find a key in the application do not get past the connection.`,remedy:"Add a `hint` to the field that says where in the application the value is, with a link to that page.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-connection`]},messages:{missing:e=>`The connection field \`${e}\` has no \`hint\` that tells where to find its value.`,several:e=>`The connection fields ${e} have no \`hint\` that tells where to find their values.`},examples:{bad:[{name:`an API key`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }
                                                          ^^^^^^^^^ missing
        `},{name:`the client of an OAuth app`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'client_id' }, { name: 'client_secret' }] } }
                                                          ^^^^^^^^^^^ several
        `}],good:[{name:`a hint with a link`,source:g`
          { title: 'Acme', connection: { fields: [
            { name: 'api_key', hint: "Get it <a href='https://acme.com/keys' target='_blank'>here</a>." }
          ] } }
        `},{name:`a hint for both parts of a pair`,source:g`
          { title: 'Acme', connection: { fields: [
            { name: 'client_id', hint: 'Create an app under Settings > Apps.' }, { name: 'client_secret' }
          ] } }
        `},{name:`a user's own login`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'username' }, { name: 'password' }, { name: 'region' }] } }
        `}]},create:e=>{let t=[],n=!1;return{field(e){!e.isConnection||e.isToggle||e.name===null||Xh.test(e.name)||(Zh.test(e.name.toLowerCase())||e.text(`control_type`)===`password`)&&(e.has(`hint`)||e.has(`help`)?n=!0:e.closed&&!e.has(`pick_list`)&&!e.has(`options`)&&t.push(e))},end(){let[r]=t;if(!r||n||$h(e.connector.connection.authorization))return;let i=t.map(e=>e.name);i.length===1?e.report(`missing`,$(r),[r.name]):e.report(`several`,$(r),[mr(i)])}}}});function $h(e){return R(e?.get(`type`)?.value)===`none`}const eg=m({id:`usability/consistent-terms`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes the label of a field the same way everywhere.`,why:`One thing under two spellings makes users look for the difference.`,remedy:`Choose one spelling for all fields of that name.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{differ:(e,t,n)=>`The field \`${e}\` is labelled “${t}” here, and “${n}” elsewhere.`},examples:{bad:[{name:`two spellings`,source:g`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead owner' }] } },
            new_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead owner' }] } },
            set_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead Owner' }] } }
                                                                       ^^^^^^^^^^^^ differ
          } }
        `}],good:[{name:`two things of one name`,source:g`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'id', label: 'Lead ID' }] } },
            get_user: { input_fields: ->(_) { [{ name: 'id', label: 'User ID' }] } }
          } }
        `}]},create:e=>{let t=new Map;return{field(n){let r=n.text(`label`)?.trim();if(!ih(n,e.connector)||n.name===null||!r)return;let i=`${n.name}\n${ur(r)}`,a=t.get(i)??new Map;t.set(i,a);let o=tg(r),s=a.get(o);s?s.push(n):a.set(o,[n])},end(){for(let n of t.values()){if(n.size<2)continue;let[t,...r]=[...n].sort(([,e],[,t])=>t.length-e.length);for(let[n,i]of r){let[r]=i,a=r?.get(`label`)?.valuePlace;if(!r||!a)continue;let o=t[1][0]?.get(`label`)?.valuePlace;e.report(`differ`,a,[r.name,H(n),H(t[0])],o?{related:[{span:o.span,message:`The usual label of the field.`}]}:{})}}}}}});function tg(e){return e.replace(/\b(id|url)(s?)\b/gi,(e,t,n)=>t.toUpperCase()+n.toLowerCase())}const ng=m({id:`usability/custom-action`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Points users of the custom action to the API's reference.`,why:`A custom action is a request that users write themselves, which takes the documentation of the API.`,remedy:"Add `custom_action_help` with `learn_more_url`, `learn_more_text` and a `body`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/custom-action.html`]},messages:{noHelp:()=>"The connector offers a custom action and has no `custom_action_help`.",noLink:()=>"The help of the custom action has no `learn_more_url`.",unused:()=>"The connector has `custom_action_help`, and `custom_action` is not true."},examples:{bad:[{name:`a custom action without help`,source:g`
          { title: 'Acme', custom_action: true }
                           ^^^^^^^^^^^^^^ noHelp
        `},{name:`help without a link`,source:g`
          { title: 'Acme', custom_action: true, custom_action_help: { body: 'Build your own action.' } }
                                                ^^^^^^^^^^^^^^^^^^^ noLink
        `},{name:`help for nothing`,source:g`
          { title: 'Acme', custom_action_help: { learn_more_url: 'https://acme.com/api', body: 'Build your own.' } }
                           ^^^^^^^^^^^^^^^^^^^ unused
        `}],good:[{name:`help with a link`,source:g`
          { title: 'Acme', custom_action: true,
            custom_action_help: { learn_more_url: 'https://acme.com/api', learn_more_text: 'API', body: 'Build your own.' } }
        `},{name:`no custom action`,source:g`{ title: 'Acme', custom_action: false }`}]},create:e=>({connector({root:t}){let n=t.get(`custom_action`),r=t.get(`custom_action_help`),i=n?L(n.value):!t.closed&&null;n&&i&&!r&&t.closed&&e.report(`noHelp`,n,[]),r&&(i===!1?e.report(`unused`,r,[]):r.value.kind===`hash`&&!r.value.open&&!r.value.entries.has(`learn_more_url`)&&e.report(`noLink`,r,[]))}})}),rg=/\b(?:deprecated?|instead|replac\w+|superseded|migrate|moved to|use (?:the|a|an)\b|newer|no longer)\b/i,ig=m({id:`usability/deprecated-note`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Says what to use instead of a deprecated action or trigger.`,why:`Recipes with the old step go on, and whoever maintains them needs to know what it is to become.`,remedy:"Name the action or trigger that replaces it in its `help`, `subtitle` or `description`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#deprecated`]},messages:{missing:(e,t)=>`The deprecated ${e} \`${t}\` does not say what to use instead.`},examples:{bad:[{name:`help that was left as it was`,source:g`
          { title: 'Acme', actions: { create_lead: { deprecated: true, help: 'Creates a lead.' } } }
                                      ^^^^^^^^^^^^ missing
        `}],good:[{name:`help that names the new action`,source:g`
          { title: 'Acme', actions: { create_lead: {
            deprecated: true, help: 'Use the action <b>Create object</b> instead.'
          } } }
        `},{name:`an action in use`,source:g`{ title: 'Acme', actions: { create_lead: { help: 'Creates a lead.' } } }`}]},create:e=>({operation(t){if(!t.deprecated||!t.closed)return;let n=[`title`,`subtitle`,`description`,`help`].map(e=>ag(t,e));n.includes(null)||n.some(e=>e!==null&&rg.test(e))||e.report(`missing`,t,[t.kind,t.name])}})});function ag(e,t){if(!e.has(t))return``;let n=Gn(e,t),r=cr(n?.kind===`hash`?n.entries.get(`body`)?.value:n);return r.length===0||r.some(e=>!e.whole)?null:r.map(e=>lr(e.text)).join(` `)}function og(e,t){return[e.actions,e.triggers].flatMap(({entries:e,property:n})=>{let r=e.filter(e=>!e.deprecated),i=r.filter(e=>e.closed&&!e.has(t));return n&&i.length===r.length&&i.length>=4?[{kind:`section`,section:n,operations:i}]:i.map(e=>({kind:`operation`,operation:e}))})}const sg=m({id:`usability/description`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Describes every action and trigger as “Create lead in Acme”.`,why:`The description is the line that a step shows in a recipe, so it has to tell what the step does and where.`,remedy:"Add a `description` such as `Create <span class='provider'>lead</span> in <span class='provider'>Acme</span>`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#general`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#description`]},messages:{missing:(e,t)=>`The ${e} \`${t}\` has no \`description\`.`,noneOf:e=>`None of the ${e} has a \`description\`.`,empty:(e,t)=>`The description of the ${e} \`${t}\` is empty.`,plain:e=>`The description “${e}” does not set off its object and application with \`<span class='provider'>\`.`},examples:{bad:[{name:`no description`,source:g`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead' } } }
                                      ^^^^^^^^^^^^ missing
        `},{name:`an empty description`,source:g`
          { title: 'Acme', actions: { create_lead: { description: '' } } }
                                                                  ^^ empty
        `},{name:`nothing set off`,source:g`
          { title: 'Acme', actions: { create_lead: { description: 'Create lead in Acme' } } }
                                                                  ^^^^^^^^^^^^^^^^^^^^^ plain
        `},{name:`a whole section without descriptions`,source:g`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `}],good:[{name:`object and application set off`,source:g`
          { title: 'Acme', actions: { create_lead: {
            description: "Create <span class='provider'>lead</span> in <span class='provider'>Acme</span>"
          } } }
        `},{name:`a description that depends on the input`,source:g`
          { title: 'Acme', actions: { create_object: {
            description: lambda do |_input, labels|
              "Create <span class='provider'>#{labels['object'] || 'object'}</span>"
            end
          } } }
        `},{name:`an action that is deprecated`,source:g`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`}]},create:e=>({connector(t){for(let n of og(t,`description`))n.kind===`section`?e.report(`noneOf`,n.section,[n.section.key]):e.report(`missing`,n.operation,[n.operation.kind,n.operation.name])},operation(t){if(t.deprecated)return;let{kind:n,name:r}=t,i=t.get(`description`);if(!i)return;let a=Gn(t,`description`),o=cr(a);a?.kind===`nil`||o.length===1&&o[0].text.trim()===``?e.report(`empty`,i.valuePlace,[n,r]):o.length===1&&o[0].whole&&!/class\s*=\s*["']?provider/.test(o[0].text)&&e.report(`plain`,i.valuePlace,[H(lr(o[0].text))],{severity:`notice`})}})}),cg=/\b(?:(?:allowed|possible|valid|accepted|permitted|supported|available) (?:values?|options?)(?: here)?(?: are| is|:)|(?:must|can|may) be (?:either|one of)|^(?:either|one of)\b|\bone of(?: the following)?:)[ :]*([^.]*)/i,lg=/\b(?:true or false|yes or no|true\/false|yes\/no)\b/i,ug=m({id:`usability/enumerable`,severity:`notice`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Offers a list where only some values are allowed.`,why:`Users choose from a list without a mistake; a value typed after a hint fails in the job when it is misspelt.`,remedy:"Use `control_type: 'select'` with a `pick_list` of the values and a `toggle_field`, or a checkbox.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{list:e=>`The hint of the text field \`${e}\` lists the values that are allowed.`,truth:e=>`The hint of the text field \`${e}\` asks for true or false.`},examples:{bad:[{name:`values in the hint`,source:g`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'status', hint: 'Possible values are: open, closed, waiting.' }]
                     ^^^^^^^^ list
          } } } }
        `},{name:`true or false`,source:g`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'active', hint: 'Whether it is active, true or false.' }]
                     ^^^^^^^^ truth
          } } } }
        `}],good:[{name:`a list, with the values for its toggle`,source:g`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses',
              toggle_field: { name: 'status', control_type: 'text', hint: 'Allowed values are: open, closed.' } }
          ] } } } }
        `},{name:`values with commas between them`,source:g`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'tags', hint: 'Several tags, separated by commas, as in red, green.' }]
          } } } }
        `}]},create:e=>({field(t){let{name:n}=t;if(n===null||!ih(t,e.connector)||!t.closed||t.has(`pick_list`)||t.has(`options`)||t.has(`toggle_field`)||!/^(?:text|plain-text|string)$/.test(ch(t)??``))return;let r=t.text(`hint`);if(r===null||r.length>1e3)return;let i=lr(r);lg.test(i)&&t.text(`type`)!==`array`?e.report(`truth`,$(t),[n]):dg(cg.exec(i)?.[1]??``)&&e.report(`list`,$(t),[n])}})});function dg(e){let t=e.split(/,|\bor\b|\band\b|;/).map(e=>e.trim().replace(/^['"“]|['"”]$/g,``)).filter(e=>e!==``);return t.length>=2&&t.every(e=>/^[\w-]{1,30}(?: [\w-]{1,20})?$/.test(e))}const fg=/^(?:an? |the |some )?(?:error|unknown error|unexpected error|internal error|fail(?:ed|ure)?|exception|invalid|oops|bad request|wrong|not ok|something (?:went|is) wrong|(?:error|failure) occurred|(?:request|action|operation) failed|invalid (?:input|request|data|value)s?)$/,pg=m({id:`usability/error-message`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Says in each error what went wrong and what to do.`,why:`The message is all that users see of a failed job; one that only says “Error” sends them to support.`,remedy:`Name the input or the answer of the application in the message, and what would set it right.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-error-messages`,`https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html`]},messages:{generic:e=>`The error message “${e}” does not say what went wrong.`,blank:e=>`The call of \`${e}\` has an empty message.`},examples:{bad:[{name:`a word`,source:g`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) { error('Invalid input') if i['id'].blank? } } } }
                                                                            ^^^^^^^^^^^^^^^ generic
        `},{name:`nothing`,source:g`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) { raise '' if i['id'].blank? } } } }
                                                                            ^^ blank
        `}],good:[{name:`what to do`,source:g`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) {
            error('Provide at least one search criteria.') if i.blank?
          } } } }
        `},{name:`the application's own message`,source:g`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) {
            get('/lead').after_error_response(/4../) { |code, body, headers, message| error("#{message}: #{body}") }
          } } } }
        `}]},create:e=>{return{bareCall:{error:t,raise:t}};function t({node:t,lambda:n}){let r=E(t),i=r[0];if(!i||r.length!==1)return;let[a]=cr(e.connector.evaluate(i));if(!a?.whole)return;let o={span:w(i),path:n?.path??null};a.text.trim()===``?e.report(`blank`,o,[t.name]):fg.test(ur(a.text))&&e.report(`generic`,o,[H(a.text)])}}}),mg=/(?:^|_)(?:date|time|timestamp|datetime)$|_(?:at|on)$|^(?:since|until)$|(?:Date|Time|Timestamp|At)$/,hg=/(?:_ids|Ids|^tags|_tags|Tags|_emails|Emails|^recipients)$/,gg=/^(?:q|query|filter|filters|where|expand|sort|sort_by|sortBy|order_by|orderBy|search_query|soql|jql|sql|expression)$/,_g=m({id:`usability/field-hint`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Gives a hint where the form of an input is not plain.`,why:`Users cannot know how an application wants its dates, lists and filters written, and find out by failing jobs.`,remedy:"Add a `hint` that names the format with an example, or use a `control_type` that leaves no choice.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints`]},messages:{date:e=>`The text field \`${e}\` takes a date or time, and neither a \`hint\` nor its \`control_type\` tells the format.`,list:e=>`The text field \`${e}\` takes several values, and no \`hint\` tells how they are separated.`,expression:e=>`The text field \`${e}\` takes an expression, and no \`hint\` tells how to write one.`},examples:{bad:[{name:`a date as text`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'start_date' }] } } } }
                                                                             ^^^^^^^^^^^^ date
        `},{name:`a list as text`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'contact_ids' }] } } } }
                                                                             ^^^^^^^^^^^^^ list
        `},{name:`a query`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'filter' }] } } } }
                                                                             ^^^^^^^^ expression
        `}],good:[{name:`a date with its control`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [
            { name: 'start_date', type: 'date', control_type: 'date' },
            { name: 'end_date', hint: 'The last day, as in 2026-12-31.' }
          ] } } } }
        `},{name:`fields that are plain`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'first_name' }, { name: 'lead_id' }] } } } }
        `},{name:`a list of values`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [
            { name: 'contact_ids', type: 'array', of: 'string' }
          ] } } } }
        `},{name:`outputs`,source:g`{ title: 'Acme', actions: { list: { output_fields: ->(_) { [{ name: 'created_at' }] } } } }`}]},create:e=>({field(t){let{name:n}=t;if(n===null||!ih(t,e.connector)||t.isConnection||!t.closed||!t.isPristine||t.has(`hint`)||t.has(`help`)||t.has(`pick_list`)||t.has(`properties`)||lh(t)!==`string`||!/^(?:text|text-area|plain-text|string)$/.test(ch(t)??``)||/^[A-Z_\d]+$/.test(n))return;let r=t.has(`convert_input`)||t.has(`render_input`);mg.test(n)&&!r?e.report(`date`,$(t),[n]):hg.test(n)&&!r?e.report(`list`,$(t),[n],{severity:`notice`}):gg.test(n)&&e.report(`expression`,$(t),[n],{severity:`notice`})}})}),vg=m({id:`usability/field-label`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Labels inputs in words that users know.`,why:`Users know a field only by its label; “ID” or “QTY” leaves them to guess what is asked for.`,remedy:"Give the field a `label` in sentence case that says what the value is, and of what.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{id:e=>`The field \`${e}\` has no \`label\`, so users see “ID” and not of what.`,letter:(e,t)=>`The field \`${e}\` has no \`label\`, so users see “${t}”.`,badWord:(e,t,n)=>`The field \`${e}\` has no \`label\`, so users see “${t}” with “${n}” in it.`,capitals:(e,t)=>`The field \`${e}\` has no \`label\`, so users see “${t}” in capitals.`,raw:e=>`The label “${e}” is a name of the API, not one for users.`,punctuation:e=>`The label “${e}” ends with punctuation.`,acronym:(e,t,n)=>`The label “${e}” has “${t}” instead of “${n}”.`,blank:e=>`The field \`${e}\` has an empty \`label\`.`},examples:{bad:[{name:`an id of something`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'id' }] } } } }
                                                                                 ^^^^ id
        `},{name:`a letter`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'q' }] } } } }
                                                                                 ^^^ letter
        `},{name:`a shortened word`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'qty' }] } } } }
                                                                                 ^^^^^ badWord
        `,fixed:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'qty', label: 'Quantity' }] } } } }
        `},{name:`capitals`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'DESCRIPTION' }] } } } }
                                                                                 ^^^^^^^^^^^^^ capitals
        `,fixed:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'DESCRIPTION', label: 'Description' }] } } } }
        `},{name:`a name as the label`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'first_name' }] } } } }
                                                                                             ^^^^^^^^^^^^ raw
        `,fixed:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name' }] } } } }
        `},{name:`a colon`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name:' }] } } } }
                                                                                             ^^^^^^^^^^^^^ punctuation
        `,fixed:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name' }] } } } }
        `},{name:`an acronym in small letters`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Lead Id' }] } } } }
                                                                                             ^^^^^^^^^ acronym
        `,fixed:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Lead ID' }] } } } }
        `},{name:`an empty label`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: '' }] } } } }
                                                                                             ^^ blank
        `}],good:[{name:`names of which Workato makes good labels`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) {
            [{ name: 'first_name' }, { name: 'lastName' }, { name: 'customer_id' }, { name: 'websiteUrl' }]
          } } } }
        `},{name:`a label that says of what`,source:g`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'id', label: 'Lead ID' }] } } } }
        `},{name:`outputs`,source:g`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'id' }, { name: 'qty' }] } } } }
        `}]},create:e=>({field(t){if(!ih(t,e.connector))return;let{name:n}=t,r=t.get(`label`);if(r){let i=t.text(`label`)?.trim();if(i===void 0||n===null)return;let a=/\b(?:Id|id|Url|url)s?\b/.exec(i)?.[0],o=r.valuePlace;if(i===``)e.report(`blank`,o,[n]);else if(/^[a-z0-9]+(?:_[a-z0-9]+)+$/.test(i))e.report(`raw`,o,[H(i)],yg(nh(e.source,r,zn(i)),zn(i)));else if(/[^.][.:]$/.test(i)&&!/\b(?:no|e\.g|etc|inc|co|ltd|min|max)\.$/i.test(i)){let t=i.slice(0,-1).trim();e.report(`punctuation`,o,[H(i)],yg(nh(e.source,r,t),t))}else if(a&&!i.includes(`://`)){let t=a.replace(/^\w+?(?=s?$)/,e=>e.toUpperCase()),n=i.replace(a,t);e.report(`acronym`,o,[H(i),a,t],yg(nh(e.source,r,n),n))}return}if(n===null||!t.closed||!t.isPristine)return;let i=zn(n),a=Hn(i);if(i===`ID`)oh(t)&&e.report(`id`,$(t),[n]);else if(/^[A-Z]$/.test(i))e.report(`letter`,$(t),[n,i]);else if(a)e.report(`badWord`,$(t),[n,i,a.word],bg(e.source,t,Wn(i)));else if(/^[A-Z]{4,}$/.test(i)&&/[AEIOU]/.test(i)){let r=i.charAt(0)+i.slice(1).toLowerCase();e.report(`capitals`,$(t),[n,i],bg(e.source,t,r))}}})});function yg(e,t){let n={title:`Label it “${t}”`};return e?{severity:`notice`,fix:{...n,edits:[e]}}:{severity:`notice`}}function bg(e,t,n){return yg(rh(e,t,`label: '${n}'`),n)}const xg=m({id:`usability/help`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Explains every action and trigger in its help.`,why:`Users who do not know the application choose and set up a step by what its help tells them.`,remedy:"Add `help` that says what the step does, what it needs and what its limits are.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-help-text`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#help`]},messages:{missing:(e,t)=>`The ${e} \`${t}\` has no \`help\`.`,noneOf:e=>`None of the ${e} has \`help\`.`,empty:(e,t)=>`The help of the ${e} \`${t}\` is empty.`,same:e=>`The help “${e}” only repeats the title or subtitle.`},examples:{bad:[{name:`no help`,source:g`
          { title: 'Acme', triggers: { new_lead: { title: 'New lead' } } }
                                       ^^^^^^^^^ missing
        `},{name:`empty help`,source:g`
          { title: 'Acme', actions: { create_lead: { help: '' } } }
                                                           ^^ empty
        `},{name:`the title once more`,source:g`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead', help: { body: 'Create lead.' } } } }
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ same
        `},{name:`a whole section without help`,source:g`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `}],good:[{name:`help that says more`,source:g`
          { title: 'Acme', actions: { create_lead: {
            help: 'Creates one lead. Leads with the email address of another lead are merged into it.'
          } } }
        `},{name:`an action that is deprecated`,source:g`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`}]},create:e=>({connector(t){for(let n of og(t,`help`))if(n.kind===`section`){let t=n.operations.every(Sg)?`notice`:`warning`;e.report(`noneOf`,n.section,[n.section.key],{severity:t})}else{let{operation:t}=n,r=Sg(t)?`notice`:`warning`;e.report(`missing`,t,[t.kind,t.name],{severity:r})}},operation(t){if(t.deprecated)return;let{kind:n,name:r}=t,i=t.get(`help`);if(!i)return;let a=cr(Cg(Gn(t,`help`)));if(a.length!==1||!a[0].whole)return;let{text:o}=a[0],s=ur(o);s===``?e.report(`empty`,i.valuePlace,[n,r]):[Kn(t)?.text,wg(t)].some(e=>e&&ur(e)===s)&&e.report(`same`,i.valuePlace,[H(o)])}})});function Sg({kind:e,inputFields:t,configFields:n}){return e!==`action`||n.exists?!1:!t.exists||t.closed&&t.fields.length<=2}function Cg(e){return e?.kind===`hash`&&!e.open?e.entries.get(`body`)?.value:e}function wg(e){let[t]=cr(Gn(e,`subtitle`));return t?.whole?t.text:void 0}const Tg=m({id:`usability/help-link`,severity:`notice`,confidence:`medium`,since:`0.1.0`,options:{inputs:{kind:`integer`,default:12,minimum:1,summary:`The number of inputs from which on help needs a link.`}},docs:{summary:`Links the documentation from the help of steps that take some setting up.`,why:`What a step with many inputs, or a webhook to register, needs does not fit into a paragraph.`,remedy:"Let `help` return a hash with `body`, `learn_more_url` and `learn_more_text`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-help-text`]},messages:{missing:(e,t)=>`The help of the ${e} \`${t}\` has no link to its documentation.`,noText:e=>`The help of \`${e}\` has a \`learn_more_url\` and no \`learn_more_text\` to click on.`},examples:{bad:[{name:`a webhook to register`,source:g`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: {
              help: 'Register the webhook in Acme.',
              ^^^^^ missing
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `},{name:`a link without a text`,source:g`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: 'https://acme.com/docs' }
            ^^^^^ noText
          } } }
        `}],good:[{name:`a link`,source:g`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: 'https://acme.com/docs', learn_more_text: 'Learn more' }
          } } }
        `},{name:`a step that is plain`,source:g`
          { title: 'Acme', actions: { get_lead: { help: 'Gets a lead.', input_fields: ->(_) { [{ name: 'lead_id' }] } } } }
        `}]},create:e=>({operation(t){let n=t.get(`help`);if(t.deprecated||!n)return;let r=Gn(t,`help`),{kind:i,name:a}=t;r?.kind===`hash`&&!r.open&&r.entries.has(`learn_more_url`)?r.entries.has(`learn_more_text`)||e.report(`noText`,n,[a]):Eg(t,e.options.inputs)&&!Dg(r)&&e.report(`missing`,n,[i,a])}})});function Eg(e,t){return e.kind===`trigger`&&e.triggerKind===`static_webhook`||e.inputFields.fields.filter(e=>!e.conditional).length>=t}function Dg(e){let t=cr(e?.kind===`hash`&&!e.open?e.entries.get(`body`)?.value:e);return t.length===0||t.some(({text:e,whole:t})=>!t||/<a\s|https?:\/\//i.test(e))}const Og=/[A-Za-z0-9_-]/;function kg(e){let t=[],n=e.indexOf(`<`);for(;n!==-1;){let r=e[n+1]===`/`,i=n+(r?2:1),a=i;if(!/[A-Za-z]/.test(e[i]??``)){n=e.indexOf(`<`,n+1);continue}for(;i<e.length&&Og.test(e[i]);)i++;let o=e.slice(a,i).toLowerCase(),s=Ag(e,i);if(s===-1)return{tags:t,broken:e.slice(n,n+40)};t.push({name:o,closing:r,attributes:jg(e.slice(i,s)),source:e.slice(n,s+1)}),n=e.indexOf(`<`,s)}return{tags:t,broken:null}}function Ag(e,t){let n=``;for(let r=t;r<e.length;r++){let t=e[r];if(n!==``)t===n&&(n=``);else if(t===`'`||t===`"`)(e[r-1]===`=`||/=\s$/.test(e.slice(Math.max(0,r-2),r)))&&(n=t);else if(t===`>`)return r;else if(t===`<`)return-1}return-1}function jg(e){let t=new Map;for(let n of e.slice(0,2e3).matchAll(/([A-Za-z-]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g))t.set(n[1].toLowerCase(),n[2]??n[3]??n[4]??``);return t}const Mg=new Set([`br`,`hr`,`img`,`input`,`wbr`]),Ng=new Set([`p`,`li`,`td`,`tr`,`th`,`br`]),Pg=new Set(`a abbr b blockquote br button center code dd details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img input kbd label li mark ol p pre s section small span strike strong sub summary sup table tbody td th thead tr tt u ul var wbr`.split(` `));function Fg(e){return Pg.has(e)}function Ig(e){let t=[];for(let n of e)if(!(Mg.has(n.name)||Ng.has(n.name)||n.source.endsWith(`/>`))&&Fg(n.name)){if(!n.closing)t.push(n);else if(t.at(-1)?.name===n.name)t.pop();else return t.at(-1)??n}return t.at(-1)??null}const Lg=m({id:`usability/hint-html`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:`Writes HTML in hints, help and descriptions that the editor can show.`,why:`A tag that is not closed, or a word in angle brackets, makes the editor hide text or show it wrongly.`,remedy:"Close every tag and quote, give links an `href` and `target='_blank'`, and write `&lt;` for an angle bracket.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#attribute-description`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints`]},messages:{unbalanced:e=>`The tag \`${e}\` has no counterpart in this text.`,broken:e=>`The tag that begins with \`${e}\` does not end: a quote or a \`>\` is missing.`,notHtml:e=>`The editor takes \`${e}\` for a tag and does not show it.`,noAddress:()=>"The link has no `href`.",relative:e=>`The link's address \`${e}\` does not begin with \`https://\`, so it leads into Workato.`,target:e=>`The link has the target \`${e}\`, where \`_blank\` opens a new tab.`,noTarget:()=>"The link has no `target='_blank'`, so it leads users away from what they are editing."},examples:{bad:[{name:`a tag that is not closed`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'See <b>Settings.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^ unbalanced
        `},{name:`a quote that is not closed`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "See <a href='https://acme.com>here</a>." }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken
        `},{name:`a placeholder in angle brackets`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'As in https://acme.com/<account>/home.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ notHtml
        `},{name:`a link without an address`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'See <a>here</a>.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^ noAddress
        `},{name:`an address without a scheme`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='acme.com' target='_blank'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ relative
        `},{name:`another target`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='blank'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ target
        `,fixed:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='_blank'>Keys</a>" }] } }
        `},{name:`no target`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noTarget
        `,fixed:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='_blank'>Keys</a>" }] } }
        `}],good:[{name:`a link in a new tab`,source:g`
          { title: 'Acme', connection: { fields: [
            { name: 'key', hint: "Get it <a href='https://acme.com/keys' target='_blank'>here</a>.<br>It is <b>secret</b>." }
          ] } }
        `},{name:`arrows and comparisons`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'Go to Settings -> Keys, if x < 5 and y > 3.' }] } }
        `},{name:`a text of which a part is not known`,source:g`
          { title: 'Acme', actions: { create: { description: ->(input) { "<b>#{input['a']}" } } } }
        `}]},create:e=>{let t=new Set;return{field(e){if(!e.isInput&&!e.isConfig&&!e.isConnection)return;let t=e.get(`hint`);t&&n(t.value,t.valuePlace)},operation(e){if(!e.deprecated)for(let t of[`help`,`description`]){let r=e.get(t),i=Gn(e,t),a=i?.kind===`hash`?i.entries.get(`body`)?.value:i;r&&a&&n(a,Vg(r,a))}}};function n(n,i){if(!(n.kind===`choice`||t.has(n.node))){n.node&&t.add(n.node);for(let{text:t,whole:a}of cr(n)){let{tags:n,broken:o}=kg(t),s=n.find(e=>!Fg(e.name)),c=a&&o===null?Ig(n):null;o!==null&&a?e.report(`broken`,i,[H(o,30)]):s?e.report(`notHtml`,i,[H(s.source,30)]):c?e.report(`unbalanced`,i,[H(c.source,30)]):r(n.filter(e=>e.name===`a`&&!e.closing),i)}}}function r(t,n){let r=[],a=[];for(let i of t){let t=i.attributes.get(`href`)?.trim()??``,o=i.attributes.get(`target`);t===``?e.report(`noAddress`,n,[]):/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(t)?e.report(`relative`,n,[H(t,40)]):/^https?:/i.test(t)&&o===void 0?r.push(i):o!==void 0&&/^(?:blank|_blanc|new|blank_)$/i.test(o.trim())&&a.push(i)}let[o]=a;if(o){let t=a.flatMap(e=>i(e,n,zg(e.source)));e.report(`target`,n,[o.attributes.get(`target`)],Bg(t,a))}else if(r.length>0){let t=r.flatMap(e=>i(e,n,Rg(e.source)));e.report(`noTarget`,n,[],{severity:`notice`,...Bg(t,r)})}}function i(t,n,r){let i=e.source.slice(n.span),a=i.indexOf(t.source),o=r.includes(`'`)&&!t.source.includes(`'`),s=r===t.source||o&&!i.startsWith(`"`)||t.source.includes(`￼`);if(a===-1||i.indexOf(t.source,a+1)!==-1||s)return[];let c=n.span.start+Hg(i.slice(0,a));return[{span:{start:c,end:c+Hg(t.source)},text:r}]}}});function Rg(e){return`${e.slice(0,-1).trimEnd()} target='_blank'>`}function zg(e){return e.replace(/(target\s?=\s?["']?)[^"'>\s]+/i,`$1_blank`)}function Bg(e,t){return e.length===t.length?{fix:{title:`Open the link in a new tab`,edits:e}}:{}}function Vg(e,t){return t.node?{span:w(t.node),path:e.path}:e.valuePlace}function Hg(e){return new TextEncoder().encode(e).length}const Ug=/^(?:please )?(?:enter|provide|specify|input|type|fill in|add|give|choose|select|set|pick)(?: (?:in|an?|the|your|here))* /,Wg=m({id:`usability/hint-quality`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes hints that say more than the label.`,why:`A hint that repeats the label costs the reader time, and hides that something is left unsaid.`,remedy:`Say what the value is for, where to find it or how to write it; without anything to say, leave the hint out.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints`]},messages:{repeats:(e,t)=>`The hint “${e}” says no more than the label “${t}”.`,state:e=>`The hint “${e}” tells only what the editor shows anyway.`,draft:e=>`The hint “${e}” is not written yet.`,blank:e=>`The hint of the field \`${e}\` is empty.`,dots:e=>`The hint “${e}” ends with dots, as if more were to come.`},examples:{bad:[{name:`the label once more`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Enter your subdomain.' }] } }
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^ repeats
        `},{name:`whether the field is required`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Required' }] } }
                                                                             ^^^^^^^^^^ state
        `},{name:`a reminder`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'TODO: describe' }] } }
                                                                             ^^^^^^^^^^^^^^^^ draft
        `},{name:`an empty hint`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: '' }] } }
                                                                             ^^ blank
        `},{name:`dots at the end`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'The part before acme.com...' }] } }
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dots
        `}],good:[{name:`a hint that helps`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'For acme.example.com, enter acme.' }] } }
        `},{name:`examples that end with dots`,source:g`
          { title: 'Acme', connection: { fields: [{ name: 'region', hint: 'One of eu1, eu2, ...' }] } }
        `}]},create:e=>({field(t){if(!ih(t,e.connector)&&!t.isToggle||!t.isInput&&!t.isConfig&&!t.isConnection)return;let n=t.get(`hint`),r=t.text(`hint`);if(!n||r===null)return;let i=ur(r),a=sh(t),o=H(r);r.trim()===``?e.report(`blank`,n.valuePlace,[t.name??`?`]):/^(?:todo|tbd|tbc|fixme|xxx|lorem ipsum|hint|hint text)\b/.test(i)&&!/^hint \w+ \w+/.test(i)?e.report(`draft`,n.valuePlace,[o]):/^(?:required|optional|mandatory)$/.test(i)?e.report(`state`,n.valuePlace,[o]):a!==null&&ur(a)!==``&&i.replace(Ug,``)===ur(a).replace(Ug,``)?e.report(`repeats`,n.valuePlace,[o,a]):/[^\s,.]\s?(?:\.{3,}|…)$/.test(r.trim())&&!/,/.test(r)&&e.report(`dots`,n.valuePlace,[o],{severity:`notice`})}})}),Gg=m({id:`usability/id-pick-list`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lets users choose by name where they would have to know an id.`,why:`Users know the names of their projects and departments; ids they would have to look up.`,remedy:"Use `control_type: 'select'` with the pick list, and keep the text field as its `toggle_field`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{unused:(e,t)=>`The field \`${e}\` takes an id as text, while the connector has the pick list \`${t}\`.`},examples:{bad:[{name:`a pick list that fits`,source:g`
          { title: 'Acme',
            actions: { create: { input_fields: ->(_) { [{ name: 'project_id' }] } } },
                                                                ^^^^^^^^^^^^ unused
            pick_lists: { projects: ->(_) { get('/projects').pluck('name', 'id') } } }
        `}],good:[{name:`the pick list in use`,source:g`
          { title: 'Acme',
            actions: { create: { input_fields: ->(_) {
              [{ name: 'project_id', control_type: 'select', pick_list: 'projects' }]
            } } },
            pick_lists: { projects: ->(_) { get('/projects').pluck('name', 'id') } } }
        `},{name:`no such pick list`,source:g`{ title: 'Acme', actions: { create: { input_fields: ->(_) { [{ name: 'project_id' }] } } } }`}]},create:e=>({field(t){let{name:n}=t;if(n===null||!ih(t,e.connector)||t.isConnection||!t.closed||!t.isPristine||t.has(`pick_list`)||t.has(`toggle_field`)||!/^(?:text|integer|number)$/.test(ch(t)??``))return;let r=/^([a-z][a-z_]*[a-z])_id$/.exec(n)?.[1]??/^([a-z]+)Id$/.exec(n)?.[1];if(r===void 0)return;let i=[`${r}s`,`${r}_list`,`${r.replace(/y$/,`ie`)}s`].find(t=>{let n=e.connector.pickLists.get(t);return n?.lambda&&n.lambda.parameters.required.length<=1&&n.lambda.parameters.requiredKeywords.length===0});i!==void 0&&e.report(`unused`,$(t),[n,i])}})}),Kg=m({id:`usability/no-inputs-no-outputs`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Gives later steps something to work with.`,why:`Only output fields become datapills; without them no later step can use what an action or trigger found.`,remedy:"Describe the result in `output_fields`; an action that only does something may give the id or the state of it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html`]},messages:{neither:e=>`The action \`${e}\` has neither input fields nor output fields.`,noOutput:(e,t)=>`The ${e} \`${t}\` has no output fields, so it gives no datapills.`},examples:{bad:[{name:`an action without fields`,source:g`
          { title: 'Acme', actions: { sync: { execute: ->(c, i) { post('/sync') } } } }
                                      ^^^^^ neither
        `},{name:`a search without outputs`,source:g`
          { title: 'Acme', actions: { search_leads: {
                                      ^^^^^^^^^^^^^ noOutput
            input_fields: ->(_) { [{ name: 'email' }] }, output_fields: ->(_) { [] }
          } } }
        `}],good:[{name:`an action that only does something`,source:g`
          { title: 'Acme', actions: { delete_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] }, output_fields: ->(_) { [] }
          } } }
        `},{name:`outputs that are not known`,source:g`{ title: 'Acme', actions: { list_leads: { output_fields: ->(d) { d['lead'] } } } }`},{name:`an action that is deprecated`,source:g`{ title: 'Acme', actions: { sync: { deprecated: true } } }`}]},create:e=>({operation(t){if(t.deprecated||!t.closed||!qg(t.outputFields))return;let{kind:n,name:r}=t;n===`trigger`||/^(?:get|search|list|find|fetch|retrieve|query|lookup|read)(?:_|$)/i.test(r)?e.report(`noOutput`,t,[n,r]):qg(t.inputFields)&&qg(t.configFields)&&e.report(`neither`,t,[r],{severity:`notice`})}})});function qg(e){return!e.exists||e.closed&&e.fields.length===0}const Jg=m({id:`usability/output-labels`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Labels datapills in words that users know.`,why:`Users search the data tree for a datapill by its label; abbreviations of the API are not what they search for.`,remedy:"Give the output fields a `label`, from the API's metadata where it has one.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions`]},messages:{one:(e,t,n)=>`The output field \`${e}\` has no \`label\`, so users see “${t}” with “${n}” in it.`,several:(e,t)=>`The output fields ${e} have no \`label\`, so users see labels such as “${t}”.`},examples:{bad:[{name:`a shortened word`,source:g`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'qty' }] } } } }
                                                                                  ^^^^^ one
        `},{name:`several in one list`,source:g`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'cust_no' }, { name: 'acct_no' }] } } } }
                                                                                  ^^^^^^^^^ several
        `}],good:[{name:`names of which Workato makes good labels`,source:g`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'id' }, { name: 'createdAt' }] } } } }
        `},{name:`a label`,source:g`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'qty', label: 'Quantity' }] } } } }
        `}]},create:e=>{let t=new Map;return{field(e){let{name:n}=e;if(n===null||!e.isOutput||e.isInput||e.isConfig||e.has(`label`)||!e.closed||!e.isPristine||Hn(zn(n))?.kind!==`short`)return;let r=e.path.split(`.`).slice(0,2).join(`.`),i=t.get(r);i?i.push(e):t.set(r,[e])},end(){for(let n of t.values()){let[t]=n;if(!t)continue;let r=zn(t.name);new Set(n.map(e=>e.name)).size===1?e.report(`one`,$(t),[t.name,r,Hn(r).word]):e.report(`several`,$(t),[mr([...new Set(n.map(e=>e.name))]),r])}}}}}),Yg=m({id:`usability/pick-list-labels`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names the options of pick lists in words.`,why:"Users read the label of an option; values of the API such as `in_progress` or two equal labels leave them to guess.",remedy:"Write each option as `['In progress', 'in_progress']`, with a label of its own.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/picklists.html`]},messages:{raw:(e,t,n)=>`The pick list \`${e}\` shows values of the API as labels, such as “${t}” instead of “${n}”.`,twice:(e,t)=>`The pick list \`${e}\` has the label “${t}” for two different values.`},examples:{bad:[{name:`values as labels`,source:g`
          { title: 'Acme', pick_lists: { statuses: ->() { [%w[open open], %w[in_progress in_progress]] } } }
                                         ^^^^^^^^^ raw
        `},{name:`one label for two values`,source:g`
          { title: 'Acme', pick_lists: { sizes: ->() { [['Small', 's'], ['Small', 'xs']] } } }
                                         ^^^^^^ twice
        `}],good:[{name:`labels in words`,source:g`
          { title: 'Acme', pick_lists: { statuses: ->() { [['Open', 'open'], ['In progress', 'in_progress']] } } }
        `},{name:`codes that users know`,source:g`{ title: 'Acme', pick_lists: { verbs: ->() { [%w[GET get], %w[POST post]] } } }`},{name:`options that are not known`,source:g`
          { title: 'Acme', pick_lists: { boards: ->() { get('/boards').map { |board| [board['name'], board['id']] } } } }
        `}]},create:e=>{return{pickList(e){t(e.name,e.options,e)},field(e){if(!e.isInput&&!e.isConfig&&!e.isConnection)return;let n=e.get(`pick_list`)??e.get(`options`);n&&e.name!==null&&t(e.name,n.value,n)}};function t(t,n,r){let i=new Map,a=null,o=null;for(let e of B(n)??[]){let t=B(e),[n,r]=[R(t?.[0]),R(t?.[1])];if(n===null||(/^[a-z\d]+(?:_[a-z\d]+)+$|^[A-Z\d]+(?:_[A-Z\d]+)+$/.test(n)&&(o??=n),r===null||t?.length!==2))continue;let s=i.get(n);s!==void 0&&s!==r&&(a??=n),i.set(n,r)}a===null?o!==null&&e.report(`raw`,r,[t,H(o),zn(o.toLowerCase())]):e.report(`twice`,r,[t,H(a)])}}}),Xg=m({id:`usability/required-marked`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Marks inputs as required that a request cannot do without.`,why:`An optional input in the path of a request gives an address that ends too early, and an error that tells nothing.`,remedy:"Set `optional: false` on the field, or check the input before the request.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{path:(e,t)=>`The field \`${e}\` is optional, and the path of the request \`${t}\` is not complete without it.`},examples:{bad:[{name:`an optional id in the path`,source:g`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] },
                                           ^^^^^^^^^ path
            execute: ->(_connection, input) { get("/leads/#{input['lead_id']}") }
          } } }
        `}],good:[{name:`a required id`,source:g`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id', optional: false }] },
            execute: ->(_connection, input) { get("/leads/#{input['lead_id']}") }
          } } }
        `},{name:`an input that is checked`,source:g`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] },
            execute: ->(_connection, input) {
              error('Provide a lead ID.') if input['lead_id'].blank?
              get("/leads/#{input['lead_id']}")
            }
          } } }
        `},{name:`a parameter of the query`,source:g`
          { title: 'Acme', actions: { list_leads: {
            input_fields: ->(_) { [{ name: 'page' }] },
            execute: ->(_connection, input) { get("/leads?page=#{input['page']}") }
          } } }
        `}]},create:e=>({request(t){let{lambda:n}=t;if(n?.key!==`execute`||n.owner!==`action`)return;let r=e.connector.actions.get(n.ownerName),i=n.parameters.required[1];if(r&&!r.deprecated&&i&&r.inputFields.closed)for(let a of Zg(t.node,i)){let o=r.inputFields.fields.find(e=>e.name===a);if(!o||!o.closed||o.has(`default`)||o.isToggle)continue;let s=o.get(`optional`);s&&L(s.value)!==!0||$g(e.source.slice(n.span),i,a)||e.report(`path`,$(o),[a,t.verb])}}})});function Zg(e,t){let[n]=E(e);if(!(n instanceof b))return[];let r=[];for(let e of n.parts){if(e instanceof S&&e.unescaped.value.includes(`?`))break;let n=e instanceof Pe?Qg(e.statements?.body??[],t):null;n!==null&&r.push(n)}return r}function Qg(e,t){let[n]=e;if(e.length!==1||!(n instanceof y)||n.name!==`[]`||!(n.receiver instanceof x)||n.receiver.name!==t)return null;let[r]=E(n);return r instanceof S||r instanceof C?r.unescaped.value:null}function $g(e,t,n){return e.length>2e4||[`'${n}'`,`"${n}"`,`:${n}`].reduce((t,n)=>t+e.split(n).length-1,0)>1||RegExp(`\\b${t}\\.(?!delete\\b)\\w+`).test(e)}const e_=m({id:`usability/sample-output`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives a sample of the output of every action and trigger.`,why:`The recipe editor shows the sample beside each datapill, so users see what they map before they run anything.`,remedy:"Add `sample_output` that returns a literal hash, or one small request for records with many fields.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output`]},messages:{missing:(e,t)=>`The ${e} \`${t}\` has no \`sample_output\`.`,noneOf:e=>`None of the ${e} has a \`sample_output\`.`},examples:{bad:[{name:`an action with outputs`,source:g`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(d) { d['lead'] } } } }
                                      ^^^^^^^^^ missing
        `},{name:`a whole section`,source:g`
          { title: 'Acme', triggers: { new_a: {}, new_b: {}, new_c: {}, new_d: {} } }
                           ^^^^^^^^^ noneOf
        `}],good:[{name:`a sample`,source:g`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(d) { d['lead'] }, sample_output: ->() { { id: 1 } }
          } } }
        `},{name:`an action without outputs`,source:g`{ title: 'Acme', actions: { delete_lead: { output_fields: ->(_) { [] } } } }`},{name:`an action that is deprecated`,source:g`{ title: 'Acme', actions: { get_lead: { output_fields: ->(d) { d['lead'] }, deprecated: true } } }`}]},create:e=>({connector(t){for(let n of og(t,`sample_output`))n.kind===`section`?e.report(`noneOf`,n.section,[n.section.key]):t_(n.operation)&&e.report(`missing`,n.operation,[n.operation.kind,n.operation.name])}})});function t_({name:e,outputFields:t}){return e!==`custom_action`&&t.exists&&!(t.closed&&t.fields.length===0)}const n_=m({id:`usability/sample-output-requests`,severity:`notice`,confidence:`medium`,since:`0.1.0`,options:{most:{kind:`integer`,default:2,minimum:0,summary:`The number of requests for a sample that is still fine.`}},docs:{summary:`Takes a sample from few requests.`,why:`The editor waits for the sample each time that a step is opened.`,remedy:`Return a literal hash, or what a single small request gives.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output`]},messages:{several:(e,t)=>`The sample output of \`${e}\` takes ${t} requests.`},examples:{bad:[{name:`three requests, one after the other`,source:g`
          { title: 'Acme', actions: { get_lead: {
            sample_output: ->(_c, _i) {
            ^^^^^^^^^^^^^^ several
              list = get('/lists').first
              id = get('/leads', list: list)['ids'].first
              get('/leads', id: id)
            }
          } } }
        `}],good:[{name:`one request`,source:g`{ title: 'Acme', actions: { get_lead: { sample_output: ->(_c, _i) { get('/leads').first } } } }`},{name:`one of two requests`,source:g`
          { title: 'Acme', actions: { get_lead: {
            sample_output: ->(_c, i) { i['a'] ? get('/leads').first : get('/contacts').first }
          } } }
        `}]},create:e=>{let t=new Map;return{request({lambda:e,fact:n}){if(e?.key!==`sample_output`)return;let r=t.get(e.path)??{before:0,last:!1};t.set(e.path,r),n.chainUsage===`tail`?r.last=!0:r.before++},end(){for(let n of e.connector.operations){let r=n.get(`sample_output`),i=n.lambda(`sample_output`),a=i&&t.get(i.path);if(!r||!a||n.deprecated)continue;let o=a.before+ +!!a.last;o>e.options.most&&e.report(`several`,r,[n.name,o])}}}}}),r_=m({id:`usability/sample-output-shape`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Gives sample output that fits the output fields.`,why:`A sample under another name, or of another shape, shows up beside no datapill.`,remedy:"Use the names and nesting of `output_fields` in `sample_output`, or add the fields that are missing.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output`]},messages:{unknown:(e,t)=>`The sample output of \`${e}\` has ${t}, for which there are no output fields.`,shape:(e,t,n)=>`The sample output of \`${e}\` has a value for \`${t}\` that is not ${n}, as its field is.`},examples:{bad:[{name:`a key that is no field`,source:g`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'id' }, { name: 'full_name' }] },
            sample_output: ->() { { id: 'a1', name: 'Ada' } }
            ^^^^^^^^^^^^^^ unknown
          } } }
        `},{name:`an array for an object`,source:g`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'owner', type: 'object', properties: [{ name: 'id' }] }] },
            sample_output: ->() { { owner: [{ id: 'a1' }] } }
            ^^^^^^^^^^^^^^ shape
          } } }
        `}],good:[{name:`a sample that fits`,source:g`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'id' }, { name: 'owner', type: 'object', properties: [{ name: 'id' }] }] },
            sample_output: ->() { { id: 'a1', owner: { id: 'b2' } } }
          } } }
        `},{name:`output fields that are not all known`,source:g`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_, connection) { get('/fields') },
            sample_output: ->() { { name: 'Ada' } }
          } } }
        `}]},create:e=>({operation(t){let n=t.get(`sample_output`),r=n&&Gn(t,`sample_output`),{outputFields:i}=t;if(t.deprecated||r?.kind!==`hash`||!Qr(r)||!i.exists||!i.closed||[...pp(i)][0].fields.some(e=>e.name===null))return;let a=new Map(i.fields.map(e=>[e.name,e])),o=[...r.entries.keys()].filter(e=>!a.has(e));o.length>0&&a.size>0&&e.report(`unknown`,n,[t.name,mr(o)]);for(let[i,o]of r.entries){let r=i_(a.get(i)?.text(`type`)??null,o.value);if(r){e.report(`shape`,n,[t.name,i,r]);return}}}})});function i_(e,{kind:t}){let n=t===`string`||t===`number`||t===`boolean`;return e===`object`&&(n||t===`array`)?`an object`:e===`array`&&(n||t===`hash`)?`an array`:null}let a_;function o_(e){a_??=c_();let t=[];for(let n of e.matchAll(/[A-Za-z']{3,}/g)){let[r]=n,i=a_.get(r.toLowerCase());i!==void 0&&s_(e,n.index,r)&&t.push({word:r,right:/^[A-Z]/.test(r)?l_(i):i})}return t}function s_(e,t,n){let r=e.charAt(t-1),i=e.slice(t+n.length,t+n.length+2);return/^.[a-z']*$/.test(n)&&!/[\p{L}\p{N}_./@:#&=?-]/u.test(r)&&!/^(?:[\p{L}\p{N}_/@=-]|\.\p{L})/u.test(i)}function c_(){let e=`
abbreviation:abbrevation; accessible:accesible; accommodate:accomodate; achieve:acheive; across:accross;
activities:activites activties; actual:acutal; additional:addional additonal addtional;
address:addres adress; addresses:adresses; aggregate:agregate; agreement:aggreement;
already:allready alredy; amount:ammount amout; appear:apear; appearance:appearence;
application:appication applicaton; appropriate:appropiate approriate; archive:archieve; argument:arguement;
assign:asign; assignment:assigment assignement; associated:assoicated asssociated;
attachment:atachment attachement; attachments:attachements; attribute:attribte attribue;
authentication:authenication authentification authetication; authorization:authorizaton;
automatically:automaticaly; availability:availablity; available:availabe availble avalaible avaliable;
because:becuase; before:befor; beginning:begining; believe:beleive; boolean:boolan;
business:buisness bussiness; category:catagory cateogry catergory; character:charachter chracter;
characters:characteres; comment:coment; commission:comission; committed:commited;
communication:comminication communcation; company:comany compnay; comparison:comparision;
compatibility:compability compatability; completely:completly; concatenation:concatination;
condition:condtion; configuration:configration configuation; confirmation:confirmaton;
connection:conection connecion conneciton connnection; contain:contian; contains:containes;
conversion:convertion; countries:countires; country:coutry; created:creaed creatd;
currency:curency currecy; current:currrent; currently:currenty; customer:custmer customeer custumer;
database:databse; default:deafult defalt defautl defualt defult; definition:defination definiton;
delimiter:delimeter delimter; department:deparment departement depatment; describe:descibe;
described:decribed; description:desciption descripton descrition desription; destination:destiantion;
details:detials; different:differnt diffrent; disappear:disapear;
document:docment documet documment doucment; doesn't:doesnt; domain:domian;
download:donwload dowload downlod; duplicate:duplciate; during:durring; element:elment; email:emial;
employee:emplyee empolyee; environment:enviornment enviroment environemnt; error:eror;
example:exapmle exmaple; execute:excecute exectue; existence:existance;
existing:exising exisiting exsiting; expiration:experation; expiry:expirey; explanation:explaination;
extension:extention; external:extenal extrenal; field:feild; fields:feilds; filter:fitler;
following:follwing folowing; format:foramt; formatted:formated; formatting:formating; forty:fourty;
frequency:frequencey; fulfill:fullfill; function:fucntion funtion; further:furthur futher;
generally:generaly; guarantee:garantee guarentee; height:hieght; hierarchy:heirarchy; highlight:higlight;
identified:identifed; identifier:identifer identifyer indentifier; implicitly:implicitely;
incident:incedent; include:inclued; including:includeing; incoming:incomming; independent:independant;
indices:indicies; information:imformation infomation informaton informtion; initial:inital intial;
initialize:initalize; instance:insance instace; instruction:instrution; integer:interger intger;
integration:integeration intergration; interest:intrest; interrupt:interupt;
invoice:inovice invioce invoce invocie; items:itmes; knowledge:knowlege;
language:langage langauge lanugage; length:lengh lenght; liaison:liason; library:libary; little:litle;
location:locaiton locaton; maintenance:maintainance maintenence; management:managment;
mandatory:mandetory manditory; maximum:maximun; message:meassage mesage messsage; minimum:mimimum minumum;
misspell:mispell; multipart:mutipart; multiple:mulitple multple mutliple;
necessary:neccesary neccessary necesary; number:nmuber nubmer; occasion:occassion; occurred:occured;
occurrence:occurance occurence; occurring:occuring; omit:ommit; omitted:ommitted;
operation:operaton opertion; opportunities:opportunites; opportunity:oportunity oppurtunity;
optional:optinal optoinal; optionally:optionaly; organisation:organisaton;
organization:organizaton orginization; original:orginal; output:ouput outpt;
parameter:paramater paramter parmeter; parameters:paramters; particular:particuler; partner:parnter;
password:passowrd passwrod pasword; payment:paymet paymnet; perform:perfom; permission:permision permisson;
permissions:permissons; persistent:persistant; position:postion; possibility:possiblity; possible:posible;
preferably:preferrably; preferred:prefered; previous:previos previuos; priority:prioirty priorty prority;
privilege:privilage priviledge; process:proccess; processing:procesing; product:prodcut produt;
program:progam; project:porject projcet; properties:properites; property:proeprty propery;
provide:proivde provde provied; publicly:publically; purchase:puchase purchse; qualified:qualifed;
quantity:qauntity quanity quantitiy; query:querry; receipt:reciept; receive:recieve; received:recieved;
receiver:reciever; receives:recieves; receiving:recieving;
recipient:receipient recepient recieptient recipeint recipent; recommend:reccomend recomend;
recommended:recomended; record:reccord recrod reocrd; recurrence:recurence;
reference:referance refernce refrence; referral:referal; referred:refered; referring:refering;
register:regsiter; registered:registed; release:relase; relevant:relavant relevent; request:reqeust requst;
requested:reqested; required:requiered requird requred requried; reservation:reservaton;
resource:resorce resouce; response:reponse repsonse respone respons resposne; responses:reponses;
responsible:responsable; retrieval:retrival; retrieve:retreive retrive; retrieved:retreived retrived;
retrieves:retreives; return:retrun reutrn; returns:retuns; schedule:scedule schdule shedule;
scheduled:schduled; search:seach serach; searches:searchs; separate:seperate; separated:seperated;
separately:seperately; separator:seperator; sequence:sequnce; service:servce sevice; session:sesson;
shipping:shiping; should:shoud shuold; similar:similiar simlar; specific:specfic specifc spefic;
specified:specifed specificed speficied; specify:specifiy; standard:standart; statement:statment;
status:statsu stauts sttaus; submission:submision; submit:sumbit; submitted:submited;
subscribe:subscibe suscribe; subscriber:subscirber;
subscription:subcription subscripton subsription suscription; success:sucess;
successful:succesful successfull sucessful; successfully:succesfully sucessfully; summary:sumary;
support:suport suppport; synchronize:syncronize; synchronous:synchronus;
template:temlate tempalte templete; temporarily:temporarly; temporary:temperary; the:teh; their:thier;
threshold:threshhold; time:tiem; timestamp:timestap timestmap; timezone:timezome; together:togther;
tomorrow:tommorow tomorow; transaction:transaciton transacton transction; transfer:tranfer;
transferred:transfered; trigger:triger; triggered:trigered trigerred trigged; truly:truely;
typically:typcially; unique:uniqe uniuqe unqiue; unknown:uknown unkown;
unnecessary:unecessary unneccessary; until:untill; update:udpate upadte upate;
updated:udpated upated updaed; upload:uplaod upoad; usage:useage; useful:usefull; usually:usally usualy;
valid:vaild; validate:vaildate; validation:validaton; value:valeu vallue vlaue; values:vallues;
variable:variabel varible; verification:verfication; verified:verfied; version:verison versoin; when:wehn;
whether:wheather; which:whcih wich; with:wiht witht; without:wihtout; workflow:worflow workfow worklow;
writing:writting; yield:yeild
`.split(`;`).flatMap(e=>{let[t=``,n=``]=e.trim().split(`:`);return n.split(` `).map(e=>[e,t])});return new Map(e)}function l_(e){return e.charAt(0).toUpperCase()+e.slice(1)}const u_=[`title`,`subtitle`,`description`,`help`],d_=[`label`,`hint`,`toggle_hint`,`item_label`,`add_field_label`,`empty_list_text`],f_=[`body`,`learn_more_text`,`text`,`title`],p_=m({id:`usability/spelling`,severity:`notice`,confidence:`high`,since:`0.1.0`,options:{allow:{kind:`strings`,default:[],summary:`Words that are right as they are, in small letters.`}},docs:{summary:`Spells the words that users read.`,why:`A mistake in a label is on every user's screen, and makes people doubt what they do not see.`,remedy:"Correct the word. A name that looks like a mistake can be allowed by the option `allow`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{misspelt:(e,t)=>`The word “${e}” is spelled “${t}”.`},examples:{bad:[{name:`a title and a label`,source:g`
          {
            actions: {
              get_invoice: {
                title: 'Retreive invoice',
                       ^^^^^^^^^^^^^^^^^^ misspelt
                input_fields: ->() do
                  [{ name: 'id', label: 'Recieved invoice ID', hint: 'The ID, as in the list' }]
                                        ^^^^^^^^^^^^^^^^^^^^^ misspelt
                end
              }
            }
          }
        `},{name:`a text in several parts, a choice and an error`,source:g`
          {
            'actions' => {
              'get_invoice' => {
                'help' => { 'body' => 'Reads one invoice. ' \
                                      ^^^^^^^^^^^^^^^^^^^^^^^ misspelt
                                      'Its lines are seperated by a comma.' },
                'execute' => lambda { |_connection, input| error('The adress is missing.') if input.blank? }
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ misspelt
              }
            },
            pick_lists: { kinds: lambda { |_connection| [['Inital', 'initial'], %w[Final final]] } }
                                                          ^^^^^^^^ misspelt
          }
        `}],good:[{name:`names of the API`,source:g`
          {
            actions: {
              get_invoice: {
                title: 'Get invoice',
                input_fields: lambda { [{ name: 'recieved_at', hint: 'Stored as <code>recieved</code> in recieved_at' }] }
              }
            }
          }
        `}]},create:e=>{let t=new Set;return{operation(e){if(!e.deprecated)for(let t of u_)n(e,t)},field(e){for(let t of d_)r(e.get(t));let t=e.get(`help`);t&&i(t.value,t.valuePlace)},pickList({options:e,span:t,path:n}){if(e.kind===`array`)for(let{value:r}of e.items){let e=r.kind===`array`?r.items[0]?.value:void 0;e&&i(e,{span:t,path:n})}},bareCall:{error({node:t,lambda:n}){let[r]=E(t);r&&i(e.connector.evaluate(r),{span:w(r),path:n?.path??null})}}};function n(e,t){let n=e.get(t),r=Gn(e,t);n&&r&&i(r,n.valuePlace)}function r(e){e&&i(e.value,e.valuePlace)}function i(n,r){if(n.kind===`hash`)for(let e of f_){let t=n.entries.get(e)?.value;t&&i(t,r)}else for(let{text:i}of cr(n)){let a=i.replace(/<code>[^<]*<\/code>|<[^<>]*>/giu,` `);for(let{word:i,right:o}of o_(a)){let a=m_(n.node,r),s=`${a.span.start} ${i}`;t.has(s)||e.options.allow.includes(i.toLowerCase())||(t.add(s),e.report(`misspelt`,a,[i,o]))}}}}});function m_(e,t){return e?{span:w(e),path:t.path}:t}const h_=m({id:`usability/static-webhook-help`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Tells users of a static webhook which address to register, and where.`,why:`A static webhook works only after the user has entered Workato's address in the application by hand.`,remedy:"Add `help` that takes `webhook_base_url` and says where to enter it, or `webhook_url_help`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-triggers/static-webhook.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`]},messages:{missing:e=>`The static webhook trigger \`${e}\` has neither \`help\` nor \`webhook_url_help\` to tell users what to register.`},examples:{bad:[{name:`no help`,source:g`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: { webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload } }
            ^^^^^^^^^^ missing
          } }
        `}],good:[{name:`help with the address`,source:g`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: {
              help: ->(_input, _labels, _connection, webhook_base_url) { "Register #{webhook_base_url} under Webhooks." },
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `},{name:`a trigger that polls`,source:g`{ title: 'Acme', triggers: { new_lead: { poll: ->(c, i, l) { get('/leads') } } } }`}]},create:e=>({trigger(t){!t.deprecated&&t.closed&&t.triggerKind===`static_webhook`&&!t.has(`help`)&&!t.has(`webhook_url_help`)&&e.report(`missing`,t,[t.name])}})}),g_=m({id:`usability/sticky`,severity:`notice`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Keeps the optional inputs that most users need in view.`,why:`Optional inputs are hidden in a drop-down, so a step whose inputs are all optional opens with an empty form.`,remedy:"Set `sticky: true` on the inputs that are used most.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{allHidden:(e,t,n)=>`The ${e} \`${t}\` has ${n} optional inputs, none of them \`sticky\`, and no required one.`},examples:{bad:[{name:`nothing in view`,source:g`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
                                                      ^^^^^^^^^^^^^ allHidden
            [{ name: 'email' }, { name: 'phone' }, { name: 'city' }, { name: 'country' }, { name: 'owner' }]
          } } } }
        `}],good:[{name:`one in view`,source:g`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
            [{ name: 'email', sticky: true }, { name: 'phone' }, { name: 'city' }, { name: 'country' }, { name: 'owner' }]
          } } } }
        `},{name:`one that is required`,source:g`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
            [{ name: 'email', optional: false }, { name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]
          } } } }
        `},{name:`only a few`,source:g`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) { [{ name: 'email' }, { name: 'phone' }] } } } }
        `}]},create:e=>({operation(t){let{inputFields:n,configFields:r,kind:i,name:a}=t,o=t.get(`input_fields`);if(t.deprecated||!o||!n.closed||r.exists)return;let{fields:s}=n;s.length>=5&&s.every(e=>{let t=e.get(`optional`);return e.closed&&!e.has(`sticky`)&&(!t||L(t.value)===!0)})&&e.report(`allHidden`,o,[i,a,s.length])}})}),__=m({id:`usability/subtitle`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Adds a subtitle that says more than the title.`,why:`Users search actions and triggers by title and subtitle; the one that Workato makes of the title adds nothing to find.`,remedy:"Write a `subtitle` of one phrase that names the objects, the application or the purpose.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#subtitle`]},messages:{missing:(e,t)=>`The ${e} \`${t}\` has no \`subtitle\`.`,noneOf:e=>`None of the ${e} has a \`subtitle\`.`,same:e=>`The subtitle “${e}” only repeats the title.`},examples:{bad:[{name:`no subtitle`,source:g`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead' } } }
                                      ^^^^^^^^^^^^ missing
        `},{name:`the title once more`,source:g`
          { title: 'Acme', actions: { lead: { title: 'Create lead', subtitle: 'Create lead' } } }
                                                                              ^^^^^^^^^^^^^ same
        `},{name:`a whole section without subtitles`,source:g`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `}],good:[{name:`a phrase that says more`,source:g`{ title: 'Acme', actions: { lead: { subtitle: 'Create a lead from a web form in Acme' } } }`},{name:`an action that is deprecated`,source:g`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`}]},create:e=>({connector(t){for(let n of og(t,`subtitle`))if(n.kind===`section`)e.report(`noneOf`,n.section,[n.section.key],{severity:`notice`});else{let{kind:t,name:r}=n.operation;e.report(`missing`,n.operation,[t,r],{severity:`notice`})}},operation(t){let n=t.get(`subtitle`);if(t.deprecated||!n)return;let r=R(Gn(t,`subtitle`)),i=Kn(t);r!==null&&i&&ur(r)===ur(i.text)&&e.report(`same`,n.valuePlace,[H(r)])}})}),v_=m({id:`usability/title-connector`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names the connector after the application, and nothing else.`,why:`Users search the catalogue for the application's name; words around it make the connector look like a test.`,remedy:"Set `title` to the application's name, with “(Custom)” only where Workato has a connector of that name.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#general`]},messages:{missing:()=>"The connector has no `title`.",blank:()=>"The connector's `title` is empty.",word:(e,t)=>`The title “${e}” has “${t}” in it, which is not part of the application's name.`,version:(e,t)=>`The title “${e}” has the version “${t}” in it.`,spaced:e=>`The title “${e}” has spaces at its ends.`},examples:{bad:[{name:`no title`,source:g`
          { connection: {}, actions: { get_lead: {} } }
            ^^^^^^^^^^^ missing
        `},{name:`an empty title`,source:g`
          { title: '' }
                   ^^ blank
        `},{name:`the word connector`,source:g`
          { title: 'Acme Connector' }
                   ^^^^^^^^^^^^^^^^ word
        `},{name:`a version`,source:g`
          { title: 'Acme v2.1' }
                   ^^^^^^^^^^^ version
        `},{name:`spaces`,source:g`
          { title: ' Acme' }
                   ^^^^^^^ spaced
        `}],good:[{name:`the application's name`,source:g`{ title: 'Acme' }`},{name:`a custom version of a standard connector`,source:g`{ title: 'Acme (Custom)' }`},{name:`a name with a number`,source:g`{ title: 'Office 365' }`}]},create:e=>({connector({root:t,title:n}){if(!n){let n=t.keys[0];t.closed&&n!==void 0&&e.report(`missing`,t.get(n),[]);return}let r=R(n.value);if(r===null)return;let i=r.trim(),a=/(?:^|[\s(-])((?:connector|sdk|sample|demo|poc|wip|test|testing|beta|draft|copy)\)?)$/i.exec(i)?.[1],o=/\s(v(?:ersion)?\.?\s?\d[\d.]*|\d+\.\d[\d.]*)$/i.exec(i)?.[1];i===``?e.report(`blank`,n.valuePlace,[]):a&&i.length>a.length?e.report(`word`,n.valuePlace,[H(i),a]):o?e.report(`version`,n.valuePlace,[H(i),o]):i!==r&&e.report(`spaced`,n.valuePlace,[H(i)],{severity:`notice`})}})}),y_=m({id:`usability/title-missing`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes a title where the one made of the key would read badly.`,why:"Without a `title`, Workato makes one of the key, and shows its abbreviations and lower-case acronyms to users.",remedy:"Add a `title` in plain words to the action or trigger.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#title`]},messages:{badWord:(e,t,n,r)=>`The ${e} \`${t}\` has no \`title\`, so users see “${n}” with “${r}” in it.`,newUpdated:(e,t)=>`The trigger \`${e}\` has no \`title\`, so users see “${t}”, which does not say whether new or updated.`},examples:{bad:[{name:`an acronym in the key`,source:g`
          { title: 'Acme', actions: { send_sms: { execute: ->(c, i) { post('/sms', i) } } } }
                                      ^^^^^^^^^ badWord
        `},{name:`a shortened word in the key`,source:g`
          { title: 'Acme', actions: { get_cust: { execute: ->(c, i) { get('/customers') } } } }
                                      ^^^^^^^^^ badWord
        `},{name:`a trigger for new and updated objects`,source:g`
          { title: 'Acme', triggers: { new_updated_lead: { poll: ->(c, i, l) { get('/leads') } } } }
                                       ^^^^^^^^^^^^^^^^^ newUpdated
        `}],good:[{name:`a key that reads well`,source:g`{ title: 'Acme', actions: { create_lead: {} } }`},{name:`a written title`,source:g`{ title: 'Acme', actions: { send_sms: { title: 'Send SMS' } } }`},{name:`an operation that is deprecated`,source:g`{ title: 'Acme', actions: { send_sms: { deprecated: true } } }`}]},create:e=>({operation(t){if(t.deprecated||!t.closed||t.has(`title`))return;let{kind:n,name:r}=t,i=zn(r),a=Hn(i);a?e.report(`badWord`,t,[n,r,i,a.word]):n===`trigger`&&/^(?:new|created?) updated? /i.test(i)&&e.report(`newUpdated`,t,[r,i])}})});function b_(e,t){let n=t.text(`pick_list`),r=B(n===null?t.get(`pick_list`)?.value:e.pickLists.get(n)?.options);if(!r||r.length===0||r.length>8)return null;let i=[],a=!1;for(let e of r){let t=B(e),n=R(t?.[1]);if(n===null)return null;i.push(n),a||=n!==R(t?.[0])}return a?i:null}const x_=m({id:`usability/toggle-for-select`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Lets users map a datapill where an input is a list or a checkbox.`,why:`A drop-down takes only a fixed choice, so without a toggle the value cannot come from an earlier step.`,remedy:"Add `toggle_hint` and a `toggle_field` of `control_type: 'text'` with the same name and `optional`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#using-toggle-fields`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions`]},messages:{missing:(e,t)=>`The \`${t}\` field \`${e}\` has no \`toggle_field\`, so users cannot map a datapill to it.`,several:e=>`The fields ${e} are lists or checkboxes and have no \`toggle_field\`, so users cannot map datapills to them.`},examples:{bad:[{name:`a drop-down`,source:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses', optional: false }]
                     ^^^^^^^^ missing
          } } } }
        `,fixed:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', toggle_hint: 'Select from list', toggle_field: { name: 'status', label: 'Status', type: 'string', control_type: 'text', optional: false, toggle_hint: 'Use custom value' }, control_type: 'select', pick_list: 'statuses', optional: false }]
          } } } }
        `},{name:`several in one list`,source:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses' },
                    ^^^^^^^^ several
            { name: 'stage', control_type: 'select', pick_list: 'stages' },
            { name: 'owner', control_type: 'select', pick_list: 'owners' }
          ] } } } }
        `}],good:[{name:`a drop-down with a toggle`,source:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses', toggle_hint: 'Select from list',
               toggle_field: { name: 'status', type: 'string', control_type: 'text', toggle_hint: 'Use status' } }]
          } } } }
        `},{name:`fields that take no datapills`,source:g`
          { title: 'Acme',
            connection: { fields: [{ name: 'region', control_type: 'select', options: [['EU', 'eu']] }] },
            actions: { create_lead: {
              config_fields: [{ name: 'object', control_type: 'select', pick_list: 'objects' }],
              input_fields: ->(_) { [{ name: 'kind', control_type: 'select', pick_list: 'kinds', support_pills: false }] }
            } } }
        `},{name:`inputs of a trigger`,source:g`
          { title: 'Acme', triggers: { new_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses' }]
          } } } }
        `},{name:`outputs`,source:g`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses' }]
          } } } }
        `}]},create:e=>{let t=new Map,n=us(),r=new Set;return{node:n.listeners,request({node:e,lambda:t}){let[i]=E(e);if(t&&i)for(let{key:e}of n.rawInPath(i,t))r.add(e)},field(n){if(!S_(n,e.connector))return;let r=n.path.split(`.`).slice(0,2).join(`.`),i=t.get(r);i?i.push(n):t.set(r,[n])},end(){for(let e of t.values())if(e.length>=3)i(e);else for(let t of e)i([t])}};function i(t){let[n]=t;if(!n)return;let i=t.every(({name:e})=>e!==null&&!r.has(e))?t.flatMap(t=>C_(e.source,e.connector,t)??[]):[],a=i.length===t.length?{fix:{title:`Add a toggle to text`,edits:i}}:{};t.length===1?e.report(`missing`,$(n),[n.name,ch(n)],a):e.report(`several`,$(n),[mr(t.map(e=>e.name))],a)}}});function S_(e,t){return e.name===null||!ih(e,t)||e.isConnection||e.isConfig||!e.closed||!e.isPristine||e.has(`toggle_field`)||e.flag(`support_pills`)===!1||e.flag(`extends_schema`)===!0||e.uses.every(e=>e.list.path.startsWith(`triggers.`))?!1:/^(?:select|multiselect|checkbox)$/.test(ch(e)??``)}function C_(e,t,n){let r=/^[\w .-]+$/,i=sh(n),{name:a}=n,o=b_(t,n)??[];if(a===null||i===null||n.has(`toggle_hint`)||![a,i,...o].every(e=>r.test(e)))return null;let s=n.get(`optional`),c=ch(n)===`checkbox`?lh(n)??`boolean`:`string`;return rh(e,n,`toggle_hint: 'Select from list', toggle_field: { ${[`name: '${a}'`,`label: '${i}'`,`type: '${c}'`,`control_type: 'text'`,...s&&L(s.value)===!1?[`optional: false`]:[],`toggle_hint: 'Use custom value'`,...o.length>0?[`hint: 'Allowed values are: ${o.join(`, `)}.'`]:[]].join(`, `)} }`)}const w_=m({id:`usability/toggle-hint-values`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lists the allowed values where a toggle takes them as text.`,why:`Who maps a datapill instead of choosing from the list has to know which values the application takes.`,remedy:"Add a `hint` to the `toggle_field` such as “Allowed values are: open, closed.”, or a link to the values.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions`]},messages:{missing:(e,t)=>`The toggle of \`${e}\` has no \`hint\`, and the values that it takes, ${t}, are seen only in the list.`},examples:{bad:[{name:`values that differ from their labels`,source:g`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'status', type: 'string', control_type: 'text' } }
                                    ^^^^^^^^ missing
          ] } } } }
        `}],good:[{name:`a hint with the values`,source:g`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'status', type: 'string', control_type: 'text', hint: 'Either st_1 or st_2.' } }
          ] } } } }
        `},{name:`a list that comes from the application`,source:g`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'board', control_type: 'select', pick_list: 'boards', toggle_field: { name: 'board', type: 'string' } }
          ] } } } }
        `}]},create:e=>({field(t){let{toggle:n,name:r}=t;if(t.isToggle||!n||r===null||!(t.isInput||t.isConfig)||!n.closed||n.has(`hint`)||n.has(`help`)||t.has(`hint`))return;let i=b_(e.connector,t);i&&e.report(`missing`,$(n),[r,mr(i)])}})}),T_=m({id:`usability/too-many-inputs`,severity:`notice`,confidence:`medium`,since:`0.1.0`,options:{most:{kind:`integer`,default:25,minimum:5,summary:`The number of inputs side by side that is still fine.`}},docs:{summary:`Groups the inputs of a large action.`,why:`In a long flat list users do not find the few fields that they need.`,remedy:"Nest related fields in an `object`, or let a config field choose which fields are shown.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/config_fields.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#memory-management`]},messages:{many:(e,t,n)=>`The ${e} \`${t}\` has ${n} inputs side by side.`},examples:{bad:[{name:`30 fields`,source:g`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
                                                     ^^^^^^^^^^^^^ many
            [${Array.from({length:30},(e,t)=>`{ name: 'f${t}' }`).join(`, `)}]
          } } } }
        `}],good:[{name:`a few fields`,source:g`{ title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'email' }] } } } }`}]},create:e=>({operation(t){let{inputFields:n,kind:r,name:i}=t,a=t.get(`input_fields`);if(t.deprecated||!a||!n.exists)return;let o=n.fields.filter(e=>!e.conditional).length;o>e.options.most&&e.report(`many`,a,[r,i,o])}})}),E_=/^(?:get|search|list|fetch|retrieve|create|update|delete|poll|watch|monitor)$/,D_=new Map([[`created`,`New`],[`added`,`New`],[`create`,`New`],[`updated`,`Updated`],[`modified`,`Updated`],[`changed`,`Updated`],[`deleted`,`Deleted`],[`removed`,`Deleted`]]),O_=[Uh,qh,Jh,Yh,Qh,eg,ng,ig,sg,ug,pg,_g,vg,xg,Tg,Lg,Wg,Gg,Kg,Jg,Yg,Xg,e_,n_,r_,p_,h_,g_,__,v_,y_,x_,w_,T_,m({id:`usability/trigger-title`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Titles every trigger by its event, such as “New lead” or “New/updated lead”.`,why:`Users read the title as the moment when their recipe starts; the same words for the same events spare them a trial.`,remedy:`Begin the title with “New”, “Updated”, “New/updated” or “Deleted” and name the object after it.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-general`]},messages:{command:e=>`The title “${e}” reads as an action; a trigger's title tells the event, as in “New lead”.`,sentence:e=>`The title “${e}” is a clause; a trigger's title is short, as in “New lead”.`,order:(e,t)=>`The title “${e}” names its event last, where users expect it to begin with “${t}”.`,markup:e=>`The title “${e}” has HTML in it, which is shown as it is.`,fullStop:e=>`The title “${e}” ends with a full stop.`,lowerCase:e=>`The title “${e}” does not begin with a capital letter.`,titleCase:e=>`The title “${e}” is not in sentence case, as in “New purchase order”.`},examples:{bad:[{name:`a command`,source:g`
          { title: 'Acme', triggers: { leads: { title: 'Get new leads' } } }
                                                       ^^^^^^^^^^^^^^^ command
        `},{name:`a clause`,source:g`
          { title: 'Acme', triggers: { leads: { title: 'When a lead is created' } } }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ sentence
        `},{name:`the event after the object`,source:g`
          { title: 'Acme', triggers: { lead_created: { poll: ->(c, i, l) { get('/leads') } } } }
                                       ^^^^^^^^^^^^^ order
        `},{name:`HTML`,source:g`
          { title: 'Acme', triggers: { leads: { title: 'New <b>lead</b>' } } }
                                                       ^^^^^^^^^^^^^^^^^ markup
        `},{name:`a full stop`,source:g`
          { title: 'Acme', triggers: { leads: { title: 'New lead.' } } }
                                                       ^^^^^^^^^^^ fullStop
        `},{name:`a small first letter`,source:g`
          { title: 'Acme', triggers: { leads: { title: 'new lead' } } }
                                                       ^^^^^^^^^^ lowerCase
        `},{name:`capitals everywhere`,source:g`
          { title: 'Acme', triggers: { leads: { title: 'New/Updated Cost Center' } } }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ titleCase
        `}],good:[{name:`an event and its object`,source:g`{ title: 'Acme', triggers: { lead: { title: 'New lead' } } }`},{name:`both events`,source:g`{ title: 'Acme', triggers: { lead: { title: 'New/updated lead' } } }`},{name:`an event of the application's own`,source:g`{ title: 'Acme', triggers: { message: { title: 'Message received' } } }`},{name:`a trigger that is deprecated`,source:g`{ title: 'Acme', triggers: { leads: { title: 'Get leads', deprecated: true } } }`}]},create:e=>({trigger(t){let n=t.deprecated?null:Kn(t);if(!n||n.text.trim()===``)return;let{place:r,written:i}=n,a=n.text.trim(),o=H(a),s=dr(a),c=s[0]?.toLowerCase()??``,l=s.length>1?D_.get(s.at(-1).toLowerCase()):void 0,u=[qn(e.connector)??``];/<\/?[a-z][^<>]*>/i.test(a)?e.report(`markup`,r,[o]):E_.test(c)?e.report(`command`,r,[o]):/^(?:when|whenever|triggers?|on)$/.test(c)&&s.length>2?e.report(`sentence`,r,[o]):l&&!/^(?:new|updated|deleted)\b/.test(c)?e.report(`order`,r,[o,l]):a.endsWith(`.`)?e.report(`fullStop`,r,[o]):/^\p{Ll}/u.test(a)?e.report(`lowerCase`,r,[o],{severity:`notice`}):i&&pr(a,u)&&e.report(`titleCase`,r,[o],{severity:`notice`})}})}),m({id:`usability/type-control`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Enters each value with the control for its type.`,why:`The control checks and helps: a date picker writes the date as the connector expects it, a text field does not.`,remedy:"Set the `control_type` that fits the `type`, or correct the `type`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#control-types`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{differ:(e,t,n)=>`The field \`${e}\` is of type \`${t}\` and has the control \`${n}\`.`},examples:{bad:[{name:`a time as text`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'since', type: 'date_time', control_type: 'text' }] } } } }
                                                                                                                       ^^^^^^ differ
        `,fixed:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'since', type: 'date_time', control_type: 'date_time' }] } } } }
        `}],good:[{name:`a control that fits`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'since', type: 'date_time', control_type: 'date_time' }, { name: 'size', type: 'integer', control_type: 'number' }]
          } } } }
        `},{name:`a choice`,source:g`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'size', type: 'integer', control_type: 'select', pick_list: 'sizes' }]
          } } } }
        `},{name:`outputs`,source:g`
          { title: 'Acme', actions: { list: { output_fields: ->(_) {
            [{ name: 'since', type: 'date_time', control_type: 'text' }]
          } } } }
        `}]},create:e=>({field(t){if(!ih(t,e.connector))return;let{name:n}=t,r=t.text(`type`),i=t.get(`control_type`),a=t.text(`control_type`);if(n===null||r===null||a===null||!i)return;let o=bh(r,a);if(o===null)return;let s=nh(e.source,i,o);e.report(`differ`,i.valuePlace,[n,r,a],s?{fix:{title:`Use the control \`${o}\``,edits:[s]}}:{})}})})],k_=[...Ih,...ca,..._c,...O_,...mo];var A_=class extends Error{name=`UserError`;more;constructor(e,t=[],n){super(e,n),this.more=t}};function j_(e,t){return e.options.findLast(e=>e.name===t)?.value??null}const M_={passed:0,findings:1,unusable:2,defect:3};function N_({id:e,family:t,severity:r,confidence:i,since:a,fix:o,docs:s}){return{id:e,family:t,severity:r,confidence:i,since:a,fix:o,docs:s,url:n(e)}}function P_(e,n){let r=j_(e,`format`)===`json`,i=t.find(({id:t})=>t===e.operands[0]);if(i){let{id:e,family:t,severity:a,docs:o}=i,s={schemaVersion:1,id:e,family:t,severity:a,docs:o};return n.write(r?`${JSON.stringify(s,null,2)}\n`:L_(i,n)),M_.passed}let a=F_(e.operands[0]);return n.write(r?`${JSON.stringify({schemaVersion:1,...N_(a)},null,2)}\n`:I_(a,n)),M_.passed}function F_(e){let n=k_.find(({id:t})=>t===e)??k_.find(({id:t})=>t.slice(t.indexOf(`/`)+1)===e);if(n)return n;let r=na(e,[...k_,...t].flatMap(({id:e})=>[e,e.slice(e.indexOf(`/`)+1)])),i=r===null?"`connector-gate rules` lists all":`did you mean \`${r}\`?`;throw new A_(`unknown rule \`${o(e)}\`; ${i}`)}function I_(e,t){let{id:r,severity:i,confidence:a,fix:o,since:s,docs:c,examples:l,options:u}=e,{style:d}=t,f=[te(i,d)(i),`${a} confidence`,o===null?`no fix`:`${o} fix`,`since ${s}`],p=[d.bold(r),f.join(d.dim(` · `)),``,...z_(c.summary,t),...R_(`Why`,z_(c.why,t),t),...R_(`What to do`,z_(c.remedy,t),t),...l.bad.flatMap(e=>B_(`Reported`,e,t)),...l.good.flatMap(e=>B_(`Not reported`,e,t))],ee=Object.entries(u).flatMap(([e,n])=>z_(`${e}: ${n.summary} (default: ${JSON.stringify(n.default)})`,t));return ee.length>0&&p.push(...R_(`Options`,ee,t)),p.push(...R_(`To set it aside in one place`,[`  # connector-gate:disable-next-line ${r} -- the reason`],t)),p.push(...R_(`More`,[n(r),...c.sources].map(e=>`  ${e}`),t)),`${p.join(`
`)}\n`}function L_({id:e,docs:t},r){return`${[r.style.bold(e),``,...z_(t.summary,r),...R_(`Why`,z_(t.why,r),r),...R_(`What to do`,z_(t.remedy,r),r),...R_(`More`,[n(e),...t.sources].map(e=>`  ${e}`),r)].join(`
`)}\n`}function R_(e,t,{style:n}){return[``,n.bold(e),...t]}function z_(e,{width:t}){return ee(e,Math.min(t,100)-2).map(e=>`  ${e}`)}function B_(e,{name:t,source:n,fixed:r},i){let{style:a}=i,o=R_(`${e}: ${t}`,V_(n,i),i);return r===void 0?o:[...o,a.dim(`  after the fix:`),...V_(r,i)]}function V_(e,{style:t}){return e.trimEnd().split(`
`).map(e=>{let n=/^\s*\^+(?= \w+$)/.exec(e);return n?`    ${t.yellow(n[0])}`:`    ${e}`})}exports.runExplain=P_;