Object.defineProperty(exports,Symbol.toStringTag,{value:`Module`});let e=require("node:module");const t=[{id:`analysis-limit`,family:`structure`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:null,docs:{summary:`Can be looked at within the time and the memory that one connector gets.`,why:`The check was stopped, so nothing is known of the connector. What nobody looked at does not pass, and a waiver cannot change that.`,remedy:"Look for what makes the file unusual: thousands of nested brackets, generated code, or long runs of characters that are no Ruby; often `ruby -c connector.rb` names the place. If the connector is an ordinary one, report it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]}},{id:`internal-error`,family:`structure`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:null,docs:{summary:`Makes none of the checks fail.`,why:`This is a defect of Connector Gate, not of the connector. Where one rule failed, it is a warning: all others have looked at the connector. Where the checks as a whole failed, it is an error, since a connector at which nothing looked has not passed.`,remedy:`Report it, with the smallest part of the connector that still shows it. Until it is mended, a reviewer looks at what the rule is about.`,sources:[`https://github.com/connector-gate/connector-gate/issues`]}}];function n(e){return`https://github.com/connector-gate/connector-gate/blob/main/docs/rules/${e}.md`}const r=/[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;function i(e){return e.replace(r,a).replaceAll(`##[`,`#\\u{23}[`)}function a(e){return`\\u{${e.codePointAt(0).toString(16)}}`}function o(e){return i(e.replace(/[ \t\r\n\u2028\u2029]+/g,e=>/[^ ]/.test(e)?` `:e))}RegExp("@|:(?=//|[\\w+-]+:)|\\bwww(?=\\.)|\\b(?:GH|CVE|GHSA)(?=-)|\\b[0-9a-f]{7,}\\b|#|[&<>|\\\\`*~[\\]$]|(?<![a-z0-9])_+|_+(?![a-z0-9])|^[-+=]|(?<=^\\d+)[.)]",`gi`);const s=/^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/,c=/\p{Emoji_Presentation}|\ufe0f/u,l=/^[\p{Mark}\u200c\u200d]+$/u,u=/^[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d08}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;function d(e){let t=[];if(s.test(e)&&!e.includes(`##[`)){for(let n=0;n<e.length;n++)t.push({text:e[n],width:1,index:n});return t}for(let{segment:n,index:r}of new Intl.Segmenter(`en`,{granularity:`grapheme`}).segment(e))n===`	`?t.push({text:`    `,width:4,index:r}):n===`[`&&e.slice(0,r).endsWith(`##`)?t.push({text:`\\u{5b}`,width:6,index:r}):t.push(f(n,r));return t}function f(e,t){let n=i(e);return n===e?l.test(e)?{text:`\u25cc${e}`,width:1,index:t}:{text:e,width:c.test(e)||u.test(e)?2:1,index:t}:{text:n,width:n.length,index:t}}function p(e){return s.test(e)?e.length:d(e).reduce((e,t)=>e+t.width,0)}function ee(e,t){let n=[],r=``;for(let i of e.split(/\s+/))r!==``&&p(r)+1+p(i)>t?(n.push(r),r=i):r=r===``?i:`${r} ${i}`;return[...n,r]}function te(e,t){return e===`error`?t.red:e===`warning`?t.yellow:t.cyan}const m=[];function h(e){return e.includes(null)?e.filter(e=>e!==null):e}var ne=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.left=n,this.right=r,this.operatorStart=i,this.operatorEnd=a}get operatorLoc(){return{start:this.operatorStart,end:this.operatorEnd}}children(){return[this.left,this.right]}},re=class{constructor(e,t,n){this.start=e,this.end=t,this.arguments_=n}children(){return this.arguments_}},ie=class{constructor(e,t,n){this.start=e,this.end=t,this.elements=n}children(){return this.elements}},ae=class{constructor(e,t,n,r,i,a,o,s){this.start=e,this.end=t,this.constant=n,this.requireds=r,this.rest=i,this.posts=a,this.openingStart=o,this.openingEnd=s}get openingLoc(){return this.openingStart<0?null:{start:this.openingStart,end:this.openingEnd}}children(){return h([this.constant,...this.requireds,this.rest,...this.posts])}},g=class{constructor(e,t,n,r){this.start=e,this.end=t,this.key=n,this.value=r}children(){return[this.key,this.value]}},oe=class{constructor(e,t,n){this.start=e,this.end=t,this.value=n}children(){return this.value?[this.value]:m}},se=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.statements=n,this.rescueClause=r,this.elseClause=i,this.ensureClause=a}children(){return h([this.statements,this.rescueClause,this.elseClause,this.ensureClause])}},ce=class{constructor(e,t,n){this.start=e,this.end=t,this.expression=n}children(){return this.expression?[this.expression]:m}},le=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.parameters=n,this.body=r,this.openingStart=i,this.openingEnd=a}get openingLoc(){return{start:this.openingStart,end:this.openingEnd}}children(){return h([this.parameters,this.body])}},ue=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},de=class{constructor(e,t,n,r){this.start=e,this.end=t,this.parameters=n,this.locals=r}children(){return h([this.parameters,...this.locals])}},fe=class{constructor(e,t,n){this.start=e,this.end=t,this.arguments_=n}children(){return this.arguments_?[this.arguments_]:m}},pe=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.receiver=n,this.readName=r,this.writeName=i,this.value=a}children(){return h([this.receiver,this.value])}},_=class{constructor(e,t,n,r,i,a,o,s,c){this.start=e,this.end=t,this.flags=n,this.receiver=r,this.name=i,this.messageStart=a,this.messageEnd=o,this.arguments_=s,this.block=c}get messageLoc(){return this.messageStart<0?null:{start:this.messageStart,end:this.messageEnd}}isSafeNavigation(){return!!(this.flags&4)}isVariableCall(){return!!(this.flags&8)}children(){return h([this.receiver,this.arguments_,this.block])}},me=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.receiver=n,this.readName=r,this.writeName=i,this.value=a}children(){return h([this.receiver,this.value])}},he=class{constructor(e,t,n,r){this.start=e,this.end=t,this.receiver=n,this.name=r}children(){return[this.receiver]}},ge=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.predicate=n,this.conditions=r,this.elseClause=i}children(){return h([this.predicate,...this.conditions,this.elseClause])}},_e=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.predicate=n,this.conditions=r,this.elseClause=i}children(){return h([this.predicate,...this.conditions,this.elseClause])}},ve=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.constantPath=n,this.superclass=r,this.body=i,this.name=a}children(){return h([this.constantPath,this.superclass,this.body])}},ye=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.value=r}children(){return[this.value]}},be=class{constructor(e,t,n,r){this.start=e,this.end=t,this.parent=n,this.name=r}children(){return this.parent?[this.parent]:m}},xe=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},Se=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},Ce=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.value=r}children(){return[this.value]}},we=class{constructor(e,t,n,r,i,a,o,s){this.start=e,this.end=t,this.name=n,this.receiver=r,this.parameters=i,this.body=a,this.equalStart=o,this.equalEnd=s}get equalLoc(){return this.equalStart<0?null:{start:this.equalStart,end:this.equalEnd}}children(){return h([this.receiver,this.parameters,this.body])}},Te=class{constructor(e,t,n){this.start=e,this.end=t,this.value=n}children(){return[this.value]}},Ee=class{constructor(e,t,n){this.start=e,this.end=t,this.statements=n}children(){return this.statements?[this.statements]:m}},De=class{constructor(e,t,n){this.start=e,this.end=t,this.statements=n}children(){return this.statements?[this.statements]:m}},Oe=class{constructor(e,t,n){this.start=e,this.end=t,this.statements=n}children(){return this.statements?[this.statements]:m}},ke=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},Ae=class{constructor(e,t,n,r,i,a,o,s){this.start=e,this.end=t,this.constant=n,this.left=r,this.requireds=i,this.right=a,this.openingStart=o,this.openingEnd=s}get openingLoc(){return this.openingStart<0?null:{start:this.openingStart,end:this.openingEnd}}children(){return h([this.constant,this.left,...this.requireds,this.right])}},je=class{constructor(e,t,n){this.start=e,this.end=t,this.value=n}children(){return m}},Me=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.index=n,this.collection=r,this.statements=i}children(){return h([this.index,this.collection,this.statements])}},Ne=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},Pe=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.value=r}children(){return[this.value]}},Fe=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.name=n,this.value=r,this.binaryOperator=i}children(){return[this.value]}},Ie=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.value=r}children(){return[this.value]}},Le=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},Re=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},ze=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.value=r}children(){return[this.value]}},Be=class{constructor(e,t,n){this.start=e,this.end=t,this.elements=n}children(){return this.elements}},Ve=class{constructor(e,t,n,r,i,a,o){this.start=e,this.end=t,this.constant=n,this.elements=r,this.rest=i,this.openingStart=a,this.openingEnd=o}get openingLoc(){return this.openingStart<0?null:{start:this.openingStart,end:this.openingEnd}}children(){return h([this.constant,...this.elements,this.rest])}},He=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.predicate=n,this.statements=r,this.subsequent=i}children(){return h([this.predicate,this.statements,this.subsequent])}},Ue=class{constructor(e,t,n){this.start=e,this.end=t,this.value=n}children(){return[this.value]}},We=class{constructor(e,t,n,r){this.start=e,this.end=t,this.pattern=n,this.statements=r}children(){return h([this.pattern,this.statements])}},Ge=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.receiver=n,this.arguments_=r,this.block=i,this.value=a}children(){return h([this.receiver,this.arguments_,this.block,this.value])}},Ke=class{constructor(e,t,n,r,i,a,o){this.start=e,this.end=t,this.receiver=n,this.arguments_=r,this.block=i,this.binaryOperator=a,this.value=o}children(){return h([this.receiver,this.arguments_,this.block,this.value])}},qe=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.receiver=n,this.arguments_=r,this.block=i,this.value=a}children(){return h([this.receiver,this.arguments_,this.block,this.value])}},Je=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.receiver=n,this.arguments_=r,this.block=i}children(){return h([this.receiver,this.arguments_,this.block])}},Ye=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.value=r}children(){return[this.value]}},Xe=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.name=n,this.value=r,this.binaryOperator=i}children(){return[this.value]}},Ze=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.value=r}children(){return[this.value]}},Qe=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},$e=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},et=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.value=r}children(){return[this.value]}},tt=class{constructor(e,t,n){this.start=e,this.end=t,this.value=n}children(){return m}},v=class{constructor(e,t,n){this.start=e,this.end=t,this.parts=n}children(){return this.parts}},nt=class{constructor(e,t,n){this.start=e,this.end=t,this.parts=n}children(){return this.parts}},rt=class{constructor(e,t,n){this.start=e,this.end=t,this.parts=n}children(){return this.parts}},it=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},at=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},ot=class{constructor(e,t,n){this.start=e,this.end=t,this.elements=n}children(){return this.elements}},st=class{constructor(e,t,n,r,i,a,o,s){this.start=e,this.end=t,this.operatorStart=n,this.operatorEnd=r,this.openingStart=i,this.openingEnd=a,this.parameters=o,this.body=s}get operatorLoc(){return{start:this.operatorStart,end:this.operatorEnd}}get openingLoc(){return{start:this.openingStart,end:this.openingEnd}}children(){return h([this.parameters,this.body])}},ct=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.value=n,this.name=r,this.depth=i}children(){return[this.value]}},lt=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.value=n,this.name=r,this.binaryOperator=i,this.depth=a}children(){return[this.value]}},ut=class{constructor(e,t,n,r,i,a,o){this.start=e,this.end=t,this.nameStart=n,this.nameEnd=r,this.value=i,this.name=a,this.depth=o}get nameLoc(){return{start:this.nameStart,end:this.nameEnd}}children(){return[this.value]}},y=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.depth=r}children(){return m}},dt=class{constructor(e,t,n,r){this.start=e,this.end=t,this.name=n,this.depth=r}children(){return m}},b=class{constructor(e,t,n,r,i,a,o){this.start=e,this.end=t,this.name=n,this.depth=r,this.nameStart=i,this.nameEnd=a,this.value=o}get nameLoc(){return{start:this.nameStart,end:this.nameEnd}}children(){return[this.value]}},ft=class{constructor(e,t,n,r){this.start=e,this.end=t,this.value=n,this.pattern=r}children(){return[this.value,this.pattern]}},pt=class{constructor(e,t,n,r){this.start=e,this.end=t,this.value=n,this.pattern=r}children(){return[this.value,this.pattern]}},mt=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.constantPath=n,this.body=r,this.name=i}children(){return h([this.constantPath,this.body])}},ht=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.lefts=n,this.rest=r,this.rights=i}children(){return h([...this.lefts,this.rest,...this.rights])}},gt=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.lefts=n,this.rest=r,this.rights=i,this.value=a}children(){return h([...this.lefts,this.rest,...this.rights,this.value])}},_t=class{constructor(e,t,n){this.start=e,this.end=t,this.arguments_=n}children(){return this.arguments_?[this.arguments_]:m}},vt=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},yt=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},bt=class{constructor(e,t,n){this.start=e,this.end=t,this.maximum=n}children(){return m}},xt=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.name=n,this.nameStart=r,this.nameEnd=i,this.value=a}get nameLoc(){return{start:this.nameStart,end:this.nameEnd}}children(){return[this.value]}},St=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.name=n,this.nameStart=r,this.nameEnd=i,this.value=a}get nameLoc(){return{start:this.nameStart,end:this.nameEnd}}children(){return[this.value]}},Ct=class{constructor(e,t,n,r,i,a){this.start=e,this.end=t,this.left=n,this.right=r,this.operatorStart=i,this.operatorEnd=a}get operatorLoc(){return{start:this.operatorStart,end:this.operatorEnd}}children(){return[this.left,this.right]}},wt=class{constructor(e,t,n){this.start=e,this.end=t,this.body=n}children(){return this.body?[this.body]:m}},Tt=class{constructor(e,t,n){this.start=e,this.end=t,this.expression=n}children(){return[this.expression]}},Et=class{constructor(e,t,n){this.start=e,this.end=t,this.variable=n}children(){return[this.variable]}},Dt=class{constructor(e,t,n){this.start=e,this.end=t,this.statements=n}children(){return[this.statements]}},Ot=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.flags=n,this.left=r,this.right=i}isExcludeEnd(){return!!(this.flags&4)}children(){return h([this.left,this.right])}},kt=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.flags=n,this.unescaped=r,this.validEncoding=i}isIgnoreCase(){return!!(this.flags&4)}isExtended(){return!!(this.flags&8)}isMultiLine(){return!!(this.flags&16)}children(){return m}},At=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.name=n,this.nameStart=r,this.nameEnd=i}get nameLoc(){return{start:this.nameStart,end:this.nameEnd}}children(){return m}},jt=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},Mt=class{constructor(e,t,n,r){this.start=e,this.end=t,this.expression=n,this.rescueExpression=r}children(){return[this.expression,this.rescueExpression]}},Nt=class{constructor(e,t,n,r,i,a,o,s){this.start=e,this.end=t,this.keywordStart=n,this.keywordEnd=r,this.exceptions=i,this.reference=a,this.statements=o,this.subsequent=s}get keywordLoc(){return{start:this.keywordStart,end:this.keywordEnd}}children(){return h([...this.exceptions,this.reference,this.statements,this.subsequent])}},Pt=class{constructor(e,t,n){this.start=e,this.end=t,this.name=n}children(){return m}},Ft=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},It=class{constructor(e,t,n){this.start=e,this.end=t,this.arguments_=n}children(){return this.arguments_?[this.arguments_]:m}},Lt=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},Rt=class{constructor(e,t,n,r){this.start=e,this.end=t,this.expression=n,this.body=r}children(){return h([this.expression,this.body])}},zt=class{constructor(e,t,n){this.start=e,this.end=t,this.expression=n}children(){return this.expression?[this.expression]:m}},Bt=class{constructor(e,t,n){this.start=e,this.end=t,this.body=n}children(){return this.body}},x=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.flags=n,this.unescaped=r,this.validEncoding=i}isFrozen(){return!!(this.flags&16)}children(){return m}},S=class{constructor(e,t,n,r){this.start=e,this.end=t,this.unescaped=n,this.validEncoding=r}children(){return m}},Vt=class{constructor(e,t){this.start=e,this.end=t}children(){return m}},Ht=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.predicate=n,this.statements=r,this.elseClause=i}children(){return h([this.predicate,this.statements,this.elseClause])}},Ut=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.flags=n,this.predicate=r,this.statements=i}isBeginModifier(){return!!(this.flags&4)}children(){return h([this.predicate,this.statements])}},Wt=class{constructor(e,t,n,r){this.start=e,this.end=t,this.conditions=n,this.statements=r}children(){return h([...this.conditions,this.statements])}},Gt=class{constructor(e,t,n,r,i){this.start=e,this.end=t,this.flags=n,this.predicate=r,this.statements=i}isBeginModifier(){return!!(this.flags&4)}children(){return h([this.predicate,this.statements])}},Kt=class{constructor(e,t,n,r){this.start=e,this.end=t,this.unescaped=n,this.validEncoding=r}children(){return m}};function C({start:e,end:t}){return{start:e,end:t}}function w(e){return e.arguments_?.arguments_??[]}function qt(e){return e instanceof st?e:e instanceof _&&e.block instanceof le&&Jt(e)?e.block:null}function Jt(e){return e.receiver===null?e.name===`lambda`||e.name===`proc`:e.name===`new`&&`name`in e.receiver&&e.receiver.name===`Proc`}function Yt(e){return e.parameters instanceof de?e.parameters.parameters:null}function T(e){return e.children()}function E(e){return e instanceof x||e instanceof S?e.unescaped:null}function Xt(e){let t=[],n=[e];for(let e=n.pop();e;e=n.pop()){t.push(e);for(let t of T(e).toReversed())n.push(t)}return t}function Zt(e){return Xt(e).filter(e=>e instanceof x||e instanceof S)}function Qt(e){let t=e;for(;t instanceof _&&t.receiver;)t=t.receiver;return t}function $t(e){return e instanceof xe||e instanceof be&&!e.parent?e.name:null}function en(e,t){return e instanceof y&&e.name===t}let tn=1/0;function D(e=1){return tn-=e,tn>=0}function nn(){return 0}function O(e=null){return{kind:`unknown`,node:e}}function rn(e,t){let n=e.kind===`unknown`?e.from:e;return n&&an(n)?{kind:`unknown`,node:t,from:n}:O(t)}function an({kind:e}){return e===`array`||e===`hash`||e===`string`||e===`choice`}function k(e=null){return{kind:`nil`,node:e}}function A(e,t=null){return{kind:`boolean`,boolean:e,node:t}}function j(e,t=null){return{kind:`string`,text:e,node:t,born:nn()}}function on(e,t=null){return{kind:`symbol`,text:e,node:t}}function M(e,t=null){return{kind:`number`,number:e,float:!1,node:t}}function N(e,t=null,n=!1){return sn(e.map(e=>({value:e,conditional:!1})),t,n)}function sn(e,t,n){return{kind:`array`,node:t,items:e,open:n,born:nn()}}const cn=[];function ln(e=null){return{kind:`hash`,node:e,entries:new Map,shadowed:cn,open:!1,indifferent:!1,born:nn(),pristine:!1}}function P(e,t=null){let n=[];for(let t of e)for(let e of t.kind===`choice`?t.options:[t])n.some(t=>t===e||un(t,e))||n.push(e);return n.length===1?n[0]:n.length===0||n.length>64?O(t):{kind:`choice`,options:n,node:t}}function un(e,t){return dn(e,t)===!0&&e.kind===t.kind}function dn(e,t){if(!fn(e)||!fn(t))return null;if(e.kind!==t.kind)return!1;switch(e.kind){case`string`:case`symbol`:return e.text===t.text;case`number`:return e.number===t.number;case`boolean`:return e.boolean===t.boolean;case`nil`:return!0}}function fn(e){return e.kind===`string`||e.kind===`symbol`||e.kind===`number`||e.kind===`boolean`||e.kind===`nil`}function F(e){switch(e.kind){case`nil`:return!1;case`boolean`:return e.boolean;case`unknown`:return null;case`choice`:{let t=e.options.map(F);return t.every(e=>e===t[0])?t[0]:null}default:return!0}}function I(e){return e?.kind===`string`||e?.kind===`symbol`?e.text:null}function pn(e){return e.kind===`string`?e.text:e.kind===`template`?e.parts[0]??``:``}function mn(e,t){return e.kind===`string`?e.text:e.kind===`template`?e.parts.map(e=>e??t).join(``):null}function hn(e){switch(e.kind){case`string`:case`symbol`:return e.text;case`number`:return bn(e);case`boolean`:return String(e.boolean);case`nil`:return``;case`class`:return e.name;default:return null}}function gn(e){if(e.kind===`string`||e.kind===`symbol`)return vn(e.text)?null:e.text;let t=fn(e)?hn(e):null;return t===null?null:`\0`+t}function _n({key:e}){return vn(e)?e.slice(1):e}function vn(e){return e.charCodeAt(0)===0}function yn({entries:e}){if(![...e.keys()].some(vn))return e;let t=new Map;for(let n of e.values()){let e=_n(n);t.has(e)&&n.key!==e||t.set(e,n)}return t}function bn({number:e,float:t}){return!Number.isFinite(e)||Math.abs(e)>=0x38d7ea4c68000||e!==0&&Math.abs(e)<1e-4?null:t&&Number.isInteger(e)?`${e}.0`:String(e)}function L(e){return e?.kind!==`array`||e.open||e.items.some(e=>e.conditional)?null:e.items.map(e=>e.value)}function xn(e){return R(e).flatMap(e=>e.kind===`array`?e.items.map(e=>({...e,conditional:!0})):[])}function Sn(e,t){if(e.length+t.length>2e4||!D(t.length>>4))return!1;for(let n of t.slice())e.push(n);return!0}function R(e){return e?e.kind===`choice`?e.options:[e]:[]}function z(e){let t=e.id.slice(0,e.id.indexOf(`/`));return{id:e.id,family:t,severity:e.severity,confidence:e.confidence,since:e.since,fix:e.fix??null,docs:e.docs,messages:e.messages,examples:e.examples,options:e.options??{},create:e.create}}function B(e,t){return{type:e,listen:t}}function V(e,t){return{calls:e,listen:t}}function Cn(e,t){return{keys:e,listen:t}}function wn(e,...t){return t.map(t=>({...t,where:e}))}function H(e,t){return{names:e,listen:t}}function U(e,...t){let n=String.raw({raw:e.raw},...t).split(`
`);n[0]===``&&n.shift();let r=1/0;for(let e of n){let t=e.length-e.trimStart().length;t<e.length&&(r=Math.min(r,t))}let i=n.length-1;return n.map((e,t)=>{let n=r===1/0?e:e.slice(r);return t===i&&e.trim()===``?``:n}).join(`
`)}const Tn=z({id:`guidelines/authorization-url-parameters`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:"Asks for a code in `authorization_url`.",why:`The platform adds the client and the callback to the address, but not the type of the response, without which many applications refuse the login.`,remedy:"Add `response_type=code`, and the scopes that the connector needs, to the address.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{responseType:()=>"The `authorization_url` has no `response_type`."},examples:{bad:[{name:`an address alone`,source:U`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda { |_connection| 'https://acme.com/authorize?scope=read' }
                ^^^^^^^^^^^^^^^^^^ responseType
              }
            }
          }
        `},{name:`a query of a hash, and a choice of addresses`,source:U`
          {
            connection: {
              authorization: {
                type: 'multi',
                options: {
                  own: {
                    type: 'oauth2',
                    authorization_url: lambda do |connection|
                    ^^^^^^^^^^^^^^^^^^ responseType
                      params = { client_id: connection['client_id'], scope: 'read' }.to_param
                      "https://acme.com/authorize?#{params}"
                    end
                  },
                  eu: {
                    type: 'oauth2',
                    authorization_url: ->(connection) { connection['eu'] ? 'https://acme.eu/login' : 'https://acme.com/login' }
                    ^^^^^^^^^^^^^^^^^^ responseType
                  }
                }
              }
            }
          }
        `}],good:[{name:`a query of a hash that is added to`,source:U`
          QUERY = { response_type: 'code' }
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda do |connection|
                  params = { client_id: connection['client_id'] }.merge(QUERY).to_param
                  "https://acme.com/authorize?#{params}"
                end
              }
            }
          }
        `},{name:`a query that is put together`,source:U`
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
        `},{name:`an address from a method`,source:U`
          { connection: { authorization: { type: 'oauth2', authorization_url: lambda { |c| c['login_url'] } } } }
        `},{name:`a query that is kept elsewhere`,source:U`
          LOGIN = 'https://acme.com/authorize?response_type=code'
          QUERY = { response_type: 'code' }.to_param
          {
            connection: {
              authorization: {
                type: 'multi',
                options: {
                  eu: { type: 'oauth2', authorization_url: lambda { |_connection| LOGIN } },
                  us: { type: 'oauth2', authorization_url: lambda { |_connection| "https://acme.com/authorize?#{QUERY}" } },
                  own: { type: 'oauth2', authorization_url: lambda { |connection| "#{connection['login_url']}" } }
                }
              }
            }
          }
        `},{name:`another name of the type`,source:U`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda { |_connection| 'https://acme.com/authorize?type=web_server' }
              }
            }
          }
        `}]},create:e=>{let t=new Set;return{methodCall({lambda:e}){e?.key===`authorization_url`&&t.add(e.value.node)},end(){let{connection:n}=e.connector;for(let r of[n.authorization,...n.options]){let n=r?.get(`authorization_url`),i=r?.lambda(`authorization_url`);if(!n||!i||r?.type!==`oauth2`||t.has(i.value.node))continue;let a=Dn(i.value.node);R(i.result()).every(e=>En(e,a))&&(Zt(i.value.node).some(({unescaped:e})=>e.includes(`response_type`))||e.report(`responseType`,n,[]))}}}}});function En(e,t){let n=mn(e,`\0`);return n===null||!/^(?:https?:|\0\/)/u.test(n)||/[?&](?:response_)?type=/u.test(n)?!1:t&&n.endsWith(`?\0`)&&!/\0[^]*\0/u.test(n)?!0:!/[\w?&]\0/u.test(n)&&!/^[^?]*&/u.test(n)}function Dn(e){let[t,n]=Xt(e).filter(e=>e instanceof _&&/^to_(?:param|query)$/u.test(e.name)),r=t instanceof _&&!n?t.receiver:null;return r instanceof Be&&r.elements.every(e=>e instanceof g&&E(e.key)!==null)&&!r.elements.some(e=>e instanceof g&&E(e.key)===`type`)}function W(e,t,n){let r=e.get(t);r?r.push(n):e.set(t,[n])}function On({requests:e,methodCalls:t}){let n=new Set;for(let{lambda:t}of e)t?.owner===`method`&&n.add(t.ownerName);let r=new Map;for(let{lambda:e,name:n}of t){let t=I(n);t!==null&&e?.owner===`method`&&W(r,t,e.ownerName)}return jn(n,r)}function kn(e,{methodCalls:t}){let n=new Set,r=new Map;for(let{lambda:i,name:a}of t){let t=I(a);t!==null&&i&&(e(i)?n.add(t):i.owner===`method`&&W(r,i.ownerName,t))}return jn(n,r)}function An(e){let t=({owner:e})=>e===`authorization`,n=kn(t,e);return e=>e!==null&&(t(e)||e.owner===`method`&&n.has(e.ownerName))}function jn(e,t){for(let n of e)for(let r of t.get(n)??[])e.add(r);return e}function Mn(e){switch(e?.kind){case`string`:case`symbol`:return[{text:e.text,whole:!0}];case`template`:return[{text:mn(e,`￼`),whole:!1}];case`choice`:return e.options.flatMap(Mn);default:return[]}}function Nn(e){let t=e.includes(`<`)?e.replace(/<[^<>]*>/g,` `):e;return(/[^\S ]|  /.test(t)?t.replace(/\s+/g,` `):t).trim()}function Pn(e){let t=Nn(e).toLowerCase();return(/[^\0-\x7f]/.test(t)?t.replace(/[^\p{L}\p{N}]+/gu,` `):t.replace(/[^a-z0-9]+/g,` `)).trim()}function Fn(e){let t=Nn(e);return t===``?[]:t.split(` `)}const In=new Set([`a`,`an`,`and`,`by`,`for`,`from`,`in`,`of`,`on`,`or`,`the`,`to`,`via`,`with`]);function Ln(e,t=[]){let n=new Set(t.flatMap(e=>e.split(/\s+/))),r=Fn(e).flatMap(e=>e.split(`/`)).filter(e=>/^\p{L}/u.test(e)&&!In.has(e.toLowerCase())).slice(1).filter(e=>!n.has(e));return!r.some(e=>/^\p{Ll}/u.test(e))&&r.filter(e=>/^\p{Lu}\p{Ll}{2,}$/u.test(e)).length>=2}function G(e,t=60){let n=e.replace(/\s+/g,` `).trim();return n.length>t?`${n.slice(0,t-1)}…`:n}function Rn(e,t=3){let n=e.slice(0,t).map(e=>`\`${e}\``),r=e.length-n.length;return r>0?`${n.join(`, `)} and ${r} more`:n.length<2?n.join(``):`${n.slice(0,-1).join(`, `)} and ${n.at(-1)}`}function zn({node:e,span:t,lambda:n}){let[r]=w(e);return{span:r?C(r):t,path:n?.path??null}}const Bn=z({id:`guidelines/base-uri`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Declares the address of the API once, in `base_uri`.",why:`An address that every request repeats is hard to change for another environment or tenant.`,remedy:"Add `base_uri: lambda { |connection| 'https://…' }` to the connection, and use relative paths.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{relative:(e,t)=>`The path \`${e}\` belongs to no address, since there is no \`base_uri\` (such requests: ${t}).`,once:e=>`The address \`${e}\` is that of \`base_uri\`, and stands in this request as well.`,again:(e,t)=>`The address \`${e}\` is that of \`base_uri\`, and stands in ${t} requests as well.`,repeated:(e,t)=>`The address \`${e}\` stands in ${t} requests, and there is no \`base_uri\`.`},examples:{bad:[{name:`an address in every request`,source:U`
          {
            connection: {
            ^^^^^^^^^^^ repeated
              authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } }
            },
            test: lambda { |_c| get('https://api.acme.com/me') },
            actions: { find: { execute: lambda { |_c, _i| get('https://api.acme.com/leads') } } }
          }
        `},{name:`a path without an address`,source:U`
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
        `},{name:`a customer's address in every request`,source:U`
          {
            connection: {
            ^^^^^^^^^^^ repeated
              fields: [{ name: 'subdomain' }],
              authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } }
            },
            test: lambda { |c| get("https://#{c['subdomain']}.acme.com/me") },
            actions: {
              find: { execute: ->(connection, input) { get("https://#{connection['subdomain']}.acme.com/leads", input) } }
            }
          }
        `},{name:`paths without a slash and without an address`,source:U`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } } },
            test: lambda { |_connection| get('me') },
                                             ^^^^ relative
            actions: { find: { execute: lambda { |_c, input| get("leads/#{input['id']}") } } }
          }
        `},{name:`one request with the address of the base`,source:U`
          {
            connection: { base_uri: lambda { |connection| "https://#{connection['subdomain']}.acme.com/v1/" } },
            test: lambda { |_connection| get('me') },
            actions: { find: { execute: lambda { |c, _i| get("https://#{c['subdomain']}.acme.com/v1/leads") } } }
                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
          }
        `},{name:`an address that is the base already`,source:U`
          {
            'connection' => {
              'base_uri' => ->(_connection) { 'https://api.acme.com/v1/' }
              ^^^^^^^^^^ again
            },
            'test' => ->(_connection) { get('https://api.acme.com/v1/me') },
            'actions' => { 'find' => { 'execute' => ->(_connection, input) { get('https://api.acme.com/v1/leads', input) } } }
          }
        `}],good:[{name:`one base address`,source:U`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.com' } },
            test: lambda { |_c| get('/me') },
            actions: { find: { execute: lambda { |_c, _i| get('/leads') } } }
          }
        `},{name:`requests beside the path of the base`,source:U`
          {
            connection: { base_uri: lambda { |connection| "https://#{connection['subdomain']}.acme.com/v2/" } },
            test: lambda { |_connection| get('me') },
            actions: { find: { execute: lambda { |c, i| get("https://#{c['subdomain']}.acme.com/v1/leads", i) } } }
          }
        `},{name:`a service beside the agent of a secure tunnel`,source:U`
          {
            secure_tunnel: true,
            connection: { fields: [{ name: 'profile' }] },
            test: lambda { |c| get("http://localhost/ext/#{c['profile']}/status") },
            actions: { sum: { execute: lambda { |c, i| post("http://localhost/ext/#{c['profile']}/sum", i) } } }
          }
        `},{name:`a tenant's own address, and a login elsewhere`,source:U`
          {
            connection: { authorization: { type: 'custom_auth', acquire: ->(c) { call('token', c) } } },
            test: ->(c) { get("#{c['url']}/me") },
            actions: {
              find: { execute: ->(c, i) { get("#{c['url']}/leads", i) } },
              add: { execute: ->(c, i) { post("#{c['url']}/leads", i) } }
            },
            methods: {
              token: ->(c) { c['key'] ? post('https://login.acme.com/keys') : post('https://login.acme.com/users') }
            }
          }
        `},{name:`a login in a method`,source:U`
          {
            connection: {
              base_uri: lambda { |_c| 'https://api.acme.com' },
              authorization: { type: 'custom_auth', acquire: lambda { |c| call('log_in', c['key']) } }
            },
            test: lambda { |_c| get('/me') },
            methods: { log_in: lambda { |key| post('https://api.acme.com/tokens', key: key) } }
          }
        `},{name:`two requests to different hosts`,source:U`
          {
            connection: {},
            test: lambda { |_c| get('https://api.acme.com/me') },
            actions: { find: { execute: lambda { |_c, _i| get('https://files.acme.com/leads') } } }
          }
        `}]},create:e=>({end(){let{connection:t,root:n,requests:r}=e.connector,i=n.get(`connection`);if(!i||!t.closed)return;let a=An(e.connector),o=r.filter(e=>!a(e.lambda)),s=new Map;for(let t of o){let n=Hn(t.url,t.lambda,e.source);n&&n!==`http://localhost`&&W(s,n,t)}let c=t.lambda(`base_uri`),l=c?.result(),u=c&&l?Hn(l,c,e.source):null;if(l&&u!==null){let n=mn(l,`￼`)??``,r=(s.get(u)??[]).filter(({url:e})=>mn(e,`￼`)?.startsWith(n)),[i,a]=r;a?e.report(`again`,t.get(`base_uri`),[u,r.length],{severity:`notice`}):i&&e.report(`once`,zn(i),[u],{severity:`notice`})}if(t.has(`base_uri`)||t.authorization?.has(`base_uri`))return;let d=r.filter(Vn),[f]=d;if(f){let t=pn(f.url).startsWith(`/`)?`error`:`warning`;e.report(`relative`,zn(f),[pn(f.url),d.length],{severity:t})}let[p]=[...s].sort(([,e],[,t])=>t.length-e.length),ee=p?.[1].length??0;p&&ee>1&&ee*2>o.length&&e.report(`repeated`,i,[p[0],ee])}})});function Vn({url:e}){let t=pn(e);if(t.startsWith(`/`))return!t.startsWith(`//`);let n=/^(?!localhost)[\w-]+(?<more>[/?])?/u.exec(t);return n?n.groups?.more!==void 0||e.kind===`string`&&n[0]===t:!1}function Hn(e,t,n){let r=/^https?:\/\/[^/?#\s]+(?=[/?#]|$)/u.exec(pn(e))?.[0];if(r!==void 0&&(e.kind===`string`||r!==pn(e)))return r;let i=e.node instanceof v?n.slice(C(e.node)):``,{start:a,of:o,key:s,end:c}=/^"(?<start>https?:\/\/[\w.-]*)#\{(?<of>\w+)\[['"](?<key>\w+)['"]\]\}(?<end>\.[\w.-]+)(?=[/?"])/u.exec(i)?.groups??{};return!t||!o||!/^_?(?:c|conn|connection)$/u.test(o)?null:`${a}#{connection['${s}']}${c}`}const Un=z({id:`guidelines/base-uri-path-lost`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Keeps the path of `base_uri` in requests.",why:`A path with a leading slash replaces the whole path of the base address.`,remedy:`End the base address with a slash, and begin the paths of requests without one.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html`]},messages:{cut:(e,t)=>`Without a slash at its end, \`base_uri\` loses its last step \`${e}\` in requests such as this one (places: ${t}).`,lost:(e,t)=>`The leading slash drops the path \`${e}\` of \`base_uri\`, ${t>1?`here and in all ${t} such requests`:`here`}.`},examples:{bad:[{name:`a slash after a path with a version`,source:U`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/v2/' } },
            test: lambda { |_connection| get('/me') }
                                             ^^^^^ lost
          }
        `},{name:`a slash before one of the requests for the same things`,source:U`
          {
            connection: { base_uri: lambda { |connection| "#{connection['host']}/api/v2/" } },
            test: lambda { |_connection| get('me') },
            actions: {
              list: { execute: lambda { |_connection, input| get('leads', input) } },
              find: { execute: lambda { |_connection, input| get("/leads/#{input['id'].to_i}") } }
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lost
            }
          }
        `},{name:`a base without a slash at its end`,source:U`
          {
            connection: { base_uri: lambda { |connection| "https://#{connection['subdomain']}.acme.com/api/v2" } },
            test: lambda { |_connection| get('me') },
                                             ^^^^ cut
            actions: { list: { execute: lambda { |_connection, input| get("leads/#{input['id'].to_i}") } } }
          }
        `}],good:[{name:`scripts beside each other`,source:U`
          {
            connection: { base_uri: lambda { |_connection| 'https://acme.com/api/index.php' } },
            test: lambda { |_connection| get('status.php') }
          }
        `},{name:`requests with the whole path, and one beside it`,source:U`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/rest/v2' } },
            test: lambda { |_connection| get('/rest/v2/me') },
            actions: { list: { execute: lambda { |_connection, input| get('v1/other', input) } } }
          }
        `},{name:`a path that repeats the last step of the base`,source:U`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/rest/v2' } },
            test: lambda { |_connection| get('v2/me') },
            actions: { list: { execute: lambda { |_connection, input| get('other', input) } } }
          }
        `},{name:`a relative path`,source:U`
          {
            connection: { base_uri: lambda { |c| "https://#{c['subdomain']}.acme.com/v2/" } },
            test: lambda { |_connection| get('me') }
          }
        `},{name:`requests beside the path, of an author who knows both`,source:U`
          {
            connection: {
              base_uri: lambda { |_connection| 'https://api.acme.com/v2/' },
              authorization: { acquire: lambda { |connection| post('/oauth/token', key: connection['key']) } }
            },
            test: lambda { |_connection| get('me') },
            actions: { find: { execute: lambda { |_connection, input| get('/search', input) } } }
          }
        `},{name:`a path that repeats that of the base address`,source:U`
          {
            connection: { base_uri: lambda { |_connection| 'https://api.acme.com/v2/' } },
            test: lambda { |_connection| get('/v2/me') }
          }
        `}]},create:e=>{let t=[],n=[];return{request(e){let r=pn(e.url);e.lambda?.owner!==`authorization`&&(r.startsWith(`/`)&&!r.startsWith(`//`)?t.push(e):/^(?!https?:)[\w-]/u.test(r)&&n.push(e))},end(){let r=R(e.connector.connection.lambda(`base_uri`)?.result()).map(Gn),i=r.filter(e=>e!==null),[a]=i;if(a===void 0||i.length<r.length)return;let o=i.map(e=>`/${e.split(`/`)[1]}`),s=t.filter(({url:e})=>!o.some(t=>pn(e).startsWith(t))),c=s.length<t.length;if(n.length>0||c){let e=new Set(n.map(Wn));s=s.filter(t=>e.has(Wn(t)??``))}let[l]=s;l&&e.report(`lost`,zn(l),[a,s.length]);let u=i.map(e=>e.slice(e.lastIndexOf(`/`)+1)),d=n.filter(e=>!u.includes(Wn(e)??``)),[f]=d,p=u.some(e=>e===``||/\.[a-z]{2,4}$/iu.test(e));f&&!p&&!c&&d.length===n.length&&e.report(`cut`,zn(f),[u[0],d.length])}}}});function Wn({url:e}){let t=/^\/?(?<name>[\w-]+)(?<more>[/?])?/u.exec(pn(e))?.groups;return t&&(t.more||e.kind===`string`)?t.name??null:null}function Gn(e){let t=mn(e,`\0`)??``,n=/^(?:https?:\/\/[^/?#\s]+|\0)(?<path>\/[^/?#\s][^?#\s]*)$/u.exec(t)?.groups?.path;return n===void 0||n.includes(`\0`)?null:n}const Kn=new TextEncoder;function qn(e){return Kn.encode(e).length}const Jn=[`actions`,`triggers`,`object_definitions`,`pick_lists`,`methods`],Yn=z({id:`guidelines/blank-line-between-entries`,severity:`notice`,confidence:`low`,since:`0.1.0`,fix:`safe`,docs:{summary:`Leaves an empty line between actions, triggers, methods and the like.`,why:`Where an entry of hundreds of lines ends and the next one begins is what a reader looks for first.`,remedy:`Put an empty line before each entry and the comment that belongs to it.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{tight:e=>`Entries follow each other without an empty line (places: ${e}).`},examples:{bad:[{name:`methods without an empty line`,source:U`
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
        `,fixed:U`
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
        `},{name:`sections without an empty line`,source:U`
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
        `,fixed:U`
          {
            title: 'Acme',
            "actions" => {
              "find" => { execute: ->(_connection, _input) { get('/leads') } }
            }, # one so far

            :methods => {
              leads: ->() { get('/leads') }
            }
          }
        `}],good:[{name:`a line of signs`,source:U`
          {
            methods: {
              a: lambda do
                1
              end,
              # ------------------
              b: lambda do
                2
              end
            }
          }
        `},{name:`entries of one line`,source:U`
          {
            pick_lists: {
              kinds: lambda { [%w[Lead lead]] },
              states: lambda { [%w[Open open]] }
            }
          }
        `},{name:`an empty line before a comment`,source:U`
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
        `}]},create:e=>({connector({root:t}){let n=[t.hash,...Jn.map(e=>t.get(e)?.value)].flatMap(t=>Xn(t?.node??null,e.source)),[r]=n.toSorted((e,t)=>e.key.start-t.key.start);if(!r)return;let i={title:`Add the empty lines`,edits:n.map(({edit:e})=>e)};e.report(`tight`,{span:r.key,path:null},[n.length],{fix:i})}})});function Xn(e,t){if(!(e instanceof Be))return[];let n=[],r=!1;for(let[i,a]of e.elements.entries()){let o=r;r=Zn(a,t);let s=e.elements[i-1];if(!o||!r||!(s instanceof g&&a instanceof g))continue;let c={start:C(s).end,end:C(a).start},l=Qn(t.slice(c),c.start);l&&n.push({key:C(a.key),edit:l})}return n}function Zn(e,t){let{start:n,end:r}=C(e);return t.lineOf(n)<t.lineOf(r)}function Qn(e,t){if(!/^[\s,]*$/u.test(e.replace(/#[^\n]*/gu,``)))return null;let n=e.indexOf(`
`);if(n===-1||/\n[ \t]*(?:#[^\p{L}\p{N}\n]*)?\r?\n/u.test(e))return null;let r=e[n-1]===`\r`?`\r
`:`
`,i=t+qn(e.slice(0,n+1));return{span:{start:i,end:i},text:r}}const $n={required:[],optional:[],rest:!1,requiredKeywords:[],optionalKeywords:[],keywordRest:!1};function er(e){return e.parameters??=tr(qt(e.node))}function tr(e){let{parameters:t}=e;if(t instanceof bt)return{...$n,required:Array.from({length:t.maximum},(e,t)=>`_${t+1}`)};if(t instanceof at)return{...$n,required:[`it`]};let n=Yt(e);if(!n)return $n;let{keywords:r}=n,i=[...n.requireds,...n.posts].map(nr);return n.optionals.length===0&&!n.rest&&r.length===0&&!n.keywordRest?{...$n,required:i}:{required:i,optional:n.optionals.map(e=>e instanceof St?e.name:``),rest:n.rest instanceof Pt,requiredKeywords:r.filter(e=>e instanceof At).map(e=>e.name),optionalKeywords:r.filter(e=>e instanceof xt).map(e=>e.name),keywordRest:n.keywordRest!==null&&!(n.keywordRest instanceof yt)}}function nr(e){return e instanceof ht?null:e instanceof jt?e.name:null}function rr(e){return[...e.required,...e.optional]}function ir(e){if(!qt(e.node))return null;let{required:t,optional:n,rest:r,requiredKeywords:i,optionalKeywords:a,keywordRest:o}=er(e),s=i.length>0||a.length>0||o,c=t.length+ +(i.length>0),l=r?1/0:t.length+n.length+ +!!s;return(e.strict?c===l:l!==1/0)?c:-c-1}const ar=/^(?:execute|poll|test|apply|base_uri)$/u;function or(e,t){let n=/^_?(?:connection|conn|settings)$/u.test(e);return sr(e,t)||n&&t.parameters.required.includes(e)}function sr(e,{key:t,owner:n,parameters:r}){return n!==`method`&&ar.test(t)&&r.required[0]===e}const cr=new Set([`[]=`,`merge!`,`store`,`update`,`delete`]),lr=z({id:`guidelines/connection-mutation`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Writes nothing into `connection`.",why:`Every lambda gets a fresh copy of the connection, so what is written there is lost.`,remedy:"Return the value from `acquire` or `refresh` to keep it, or use a local variable.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`,`https://github.com/workato/workato-connector-sdk`]},messages:{write:e=>`What is written into \`${e}\` here is lost after the lambda.`},examples:{bad:[{name:`a token stored in the connection`,source:U`
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
        `},{name:`a token that is kept if there is none, an entry in a loop, and a connection of another name`,source:U`
          {
            actions: {
              find: {
                execute: lambda do |connection, _input|
                  connection['token'] ||= post('/token')['token']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  get('/leads')['leads'].each do |lead|
                    connection['last'] = lead['id']
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  end
                end
              },
              add: {
                execute: ->(conn, input) {
                  conn['token'] = post('/token')['token']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  post('/leads', input)
                }
              },
              update: {
                execute: lambda do |connection, input|
                  account = connection['last']
                  connection.merge!('last' => input['id'])
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  put("/leads/#{account}", input)
                end
              }
            }
          }
        `}],good:[{name:`a value read`,source:U`{ test: lambda { |connection| get('/me', key: connection['key']) } }`},{name:`a copy in acquire`,source:U`
          { connection: { authorization: { acquire: lambda { |connection| connection['token'] = 1; connection } } } }
        `},{name:`a value that is used in the same lambda`,source:U`
          {
            actions: {
              find: {
                execute: lambda do |connection, input|
                  connection['verb'] = 'find'
                  call('send', connection, input)
                end
              }
            },
            test: lambda do |connection|
              connection['host'] = 'api.acme.com' if connection['host'].blank?
              get("https://#{connection['host']}/me")
            end
          }
        `},{name:`what a method does for the lambda that calls it, and a variable of the same name`,source:U`
          {
            methods: { with_host: lambda { |connection| connection['host'] = 'api.acme.com' } },
            test: lambda { |connection| get('/all').each { |connection| connection['id'] = 1 } }
          }
        `}]},create:e=>{let t=new Map,n=({node:n,lambda:r,blocks:i})=>{if(!(n.receiver instanceof y)||!r)return;let{name:a}=n.receiver,{key:o,owner:s,parameters:c}=r;if(o===`acquire`||s===`method`||!rr(c).includes(a)||!/^_?connection$/u.test(a)&&!sr(a,r))return;let l=0;for(let e=i;e;e=e.outer)l++;if(n.receiver.depth!==l)return;let u=`${r.path}:${a}`,d=t.get(u)??ur(r,a);t.set(u,d);let f=E(w(n)[0]),{end:p}=l>0?{end:0}:C(n);d.some(({key:e,start:t})=>t>=p&&(!e||!f||e===f))||e.report(`write`,{span:C(n),path:r.path},[a])};return{node:[V(cr,e=>{(e.node.name===`[]=`||e.usage===`void`)&&n(e)}),B(qe,e=>{e.usage===`void`&&n(e)}),B(Ke,e=>{e.usage===`void`&&n(e)})]}}});function ur(e,t){let n=[],r=(e,i,a)=>{let o=a?1/0:C(e).start;if(e instanceof b&&e.name===t&&n.push({key:null,start:1/0}),en(e,t)&&!fr(e,i)){let t=i instanceof _&&i.receiver===e&&i.name===`[]`;n.push({key:t?E(w(i)[0]):null,start:o})}let s=a||dr.some(t=>e instanceof t);for(let t of T(e))r(t,e,s)},i=qt(e.value.node)?.body;return i&&r(i,null,!1),n}const dr=[le,st,Gt,Ut];function fr(e,t){return t instanceof _?t.receiver===e&&cr.has(t.name):t instanceof qe||t instanceof Ke}function pr(e,t){let n=e.lineOf(t.start),r=e.lineOf(t.end),i=e.lineStart(n),a=e.lineStart(r+1);return{span:e.slice({start:i,end:t.start}).trim()===``&&e.slice({start:t.end,end:a}).trim()===``?{start:i,end:a}:t,text:``}}function mr(e,t,n){let r=/^\s*,[ \t]*/u.exec(e.slice({start:t.end,end:n.end}))?.[0];if(r!==void 0)return pr(e,{start:t.start,end:t.end+qn(r)});let i=/,\s*$/u.exec(e.slice({start:n.start,end:t.start}))?.[0]??``;return{span:{start:t.start-qn(i),end:t.end},text:``}}function hr(e,t,n){return gr(e,t,[n])}function gr(e,{start:t,end:n},r){let i=e.lineStart(e.lineOf(n)+1),a=e.slice({start:n,end:i}),o=/^,?[ \t]*[})\]]*,?$/u.test(a.trimEnd())?yr(e,t,n):null;return{span:{start:n,end:n},text:r.map(e=>`,${o??` `}${_r(e,o)}`).join(``)}}function _r(e,t){if(typeof e==`string`)return e;let[n,r]=t===null?[` `,` `]:[`${t}  `,t];return`${e.key}: {${n}${e.entries.join(`,${n}`)}${r}}`}function vr(e,{start:t},n){return{span:{start:t,end:t},text:`${n},${yr(e,t,t)??` `}`}}function yr(e,t,n){let r=e.lineOf(t),i=e.lineStart(r),a=e.slice({start:i,end:t}),o=e.slice({start:i,end:e.lineStart(e.lineOf(n)+1)});return!/^[ \t]*$/u.test(a)||o.includes(`<<`)?null:(o.endsWith(`\r
`)?`\r
`:`
`)+a}const br=z({id:`guidelines/debug-output`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:"Prints nothing with `puts`, `print`, `p` or `pp`.",why:`Only the console of the connector's developer shows what is printed, and it may hold customers' data.`,remedy:`Remove the line before the release.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/debugging.html`]},messages:{output:e=>`\`${e}\` prints to the console of the developer only.`},examples:{bad:[{name:`a value printed before a request`,source:U`
          {
            test: lambda do |connection|
              puts connection
              ^^^^^^^^^^^^^^^ output
              get('/me')
            end
          }
        `,fixed:U`
          {
            test: lambda do |connection|
              get('/me')
            end
          }
        `},{name:`a long text printed, which is not removed by itself`,source:U`
          {
            test: lambda do |_connection|
              puts <<~TEXT
              ^^^^^^^^^^^^ output
                Asking Acme
              TEXT
              get('/me')
            end
          }
        `},{name:`values printed by other ways to the console`,source:U`
          {
            test: lambda do |_connection|
              $stdout.puts 'asking'
              ^^^^^^^^^^^^^^^^^^^^^ output
              Kernel.puts('asking')
              ^^^^^^^^^^^^^^^^^^^^^ output
              get('/me')
            end
          }
        `,fixed:U`
          {
            test: lambda do |_connection|
              get('/me')
            end
          }
        `},{name:`the result of a lambda printed`,source:U`
          {
            test: lambda { |_connection| pp get('/me') }
                                         ^^^^^^^^^^^^^ output
          }
        `}],good:[{name:`a variable named p`,source:U`{ test: lambda { |p| get('/me').params(p) } }`},{name:`a method of something else`,source:U`{ test: lambda { |c| c.print } }`}]},create:e=>{let t=t=>{if(t.node.isVariableCall()&&t.node.name===`p`)return;let n=C(t.node),r=t.usage===`void`&&t.parent instanceof Bt&&t.parent.body.length>1&&w(t.node).every(Sr)&&!e.source.slice(n).includes(`<<`);e.report(`output`,{span:n,path:t.lambda?.path??null},[t.node.name],r?{fix:{title:`Remove the output`,edits:[pr(e.source,n)]}}:{})};return{bareCall:{puts:t,print:t,p:t,pp:t,printf:t},node:[V([`puts`,`print`,`p`,`pp`,`printf`,`write`],e=>{xr(e.node.receiver)&&t(e)})]}}});function xr(e){return e instanceof Le?/^\$std(?:out|err)$/u.test(e.name):/^(?:Kernel|STDOUT|STDERR)$/u.test($t(e)??``)}function Sr(e){return e instanceof x||e instanceof y?!0:e instanceof v?e.parts.every(e=>!(e instanceof _)&&T(e).every(Cr)):e instanceof _&&e.name===`[]`&&e.receiver!==null&&Sr(e.receiver)}function Cr(e){return e instanceof Bt?e.body.every(Sr):Sr(e)}const wr=/_+|(?<!\d)(?=\d)|(?<=\d)(?!\d)|(?<![A-Z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][^A-Z0-9_])/;function Tr(e){return Dr(Er,e,Or)}const Er=new Map;function Dr(e,t,n){let r=e.get(t);return r===void 0&&(r=n(t),e.size>=5e3&&e.clear(),t.length<=60&&e.set(t,r)),r}function Or(e){return/^[a-z_]*$/.test(e)?kr(e):jr(e)}function kr(e){let t=e.split(`_`).filter(e=>e!==``).map(e=>Ar.has(e)?e.toUpperCase():e).join(` `);return t.charAt(0).toUpperCase()+t.slice(1)}const Ar=new Set([`id`,`uri`,`url`]);function jr(e){return e.split(wr).filter(e=>e.trim()!==``).map((e,t)=>{if(/^[A-Z]+$/.test(e)||/^(?:id|ur[il])$/i.test(e))return e.toUpperCase();let n=e.toLowerCase();return t===0?n.charAt(0).toUpperCase()+n.slice(1):n}).join(` `)}const Mr=new Map([[`acct`,`account`],[`addr`,`address`],[`amt`,`amount`],[`attr`,`attribute`],[`attrs`,`attributes`],[`cfg`,`configuration`],[`cnt`,`count`],[`ctry`,`country`],[`cust`,`customer`],[`dept`,`department`],[`desc`,`description`],[`dest`,`destination`],[`dflt`,`default`],[`dob`,`date of birth`],[`dt`,`date`],[`emp`,`employee`],[`fname`,`first name`],[`grp`,`group`],[`idx`,`index`],[`lname`,`last name`],[`lang`,`language`],[`mgr`,`manager`],[`msg`,`message`],[`num`,`number`],[`pwd`,`password`],[`qty`,`quantity`],[`usr`,`user`],[`txn`,`transaction`]]),Nr=new Set(`api apis sms pdf csv xml json html sql sku url urls uri ids crm erp hr ip iban bic vat ssn uuid guid ftp sftp http https utc gps iso ui ux sla faq kpi`.split(` `));function Pr(e){return Dr(Fr,e,Ir)}const Fr=new Map;function Ir(e){if(!Lr.test(e))return null;for(let t of e.split(/[\s/]+/)){let e=t.toLowerCase(),n=Mr.get(e);if(n)return{word:t,better:n,kind:`short`};if(Nr.has(e)&&t===e||Nr.has(e)&&t===e.charAt(0).toUpperCase()+e.slice(1))return{word:t,better:Rr(e),kind:`acronym`}}return null}const Lr=RegExp(`(?<![^\\s/])(?:${[...Mr.keys(),...Nr].join(`|`)})(?![^\\s/])`,`i`);function Rr(e){return/^(?:id|url|api)s$/.test(e)?`${e.slice(0,-1).toUpperCase()}s`:e.toUpperCase()}function zr(e){let t=e.split(` `).map(e=>Pr(e)?.better??e).join(` `);return t.charAt(0).toUpperCase()+t.slice(1)}function Br(e,t){return e.lambda(t)?.result()??e.get(t)?.value}function Vr(e){let t=e.get(`title`),n=I(t?.value);return t&&n!==null?{text:n,written:!0,place:t.valuePlace}:t||!e.closed?null:{text:Tr(e.name),written:!1,place:e}}function Hr(e){let t=I(e.title?.value)?.trim();if(!t||t.length>200)return null;let n=t.replace(/\s*\((?:custom|sdk)[^)]*\)$|\s+(?:sdk|connector)$/i,``);return n===``?null:n}const Ur=/\b(?:updated|modified|changed)\b|(?:\b(?:or|and)\b|\/) ?(?:update|change)s?\b/iu,Wr=/event|uu?id|message|delivery|request|update|change|version|revision|history|log|audit|activity|transaction|notification|job|seq/iu,Gr=z({id:`guidelines/dedup`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Tells with `dedup` every event from all others.",why:`An event with a signature that was there before is dropped without a word.`,remedy:`Return what is unique for the event: the ID of the record, and for updates the time of the update as well.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{constant:e=>`The \`dedup\` of \`${e}\` is the same for all events, so only the first one starts a job.`,updates:(e,t)=>`The \`dedup\` of \`${e}\` is the record's \`${t}\` alone, so its second update starts no job.`},examples:{bad:[{name:`one text for all events`,source:U`
          { triggers: { new_lead: { dedup: lambda { |_record| 'lead' } } } }
                                    ^^^^^^ constant
        `},{name:`updates that are told apart by the record only`,source:U`
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
        `},{name:`a record's key, read in another way`,source:U`
          { "triggers" => { "invoice_changed" => { "dedup" => ->(event) { event.dig(:data, :invoice_id).to_s } } } }
                                                   ^^^^^^^ updates
        `},{name:`a key in camel case, and one in a text`,source:U`
          {
            triggers: {
              updated_lead: { dedup: lambda { |lead| lead['leadId'] } },
                              ^^^^^^ updates
              updated_deal: { dedup: lambda { |deal| "deal-#{deal['id']}" } }
                              ^^^^^^ updates
            }
          }
        `}],good:[{name:`an ID of the event itself, in camel case`,source:U`{ triggers: { updated_lead: { dedup: lambda { |event| "#{event['eventId']}" } } } }`},{name:`new records`,source:U`{ triggers: { new_lead: { dedup: lambda { |lead| lead['id'] } } } }`},{name:`an update with its time`,source:U`
          { triggers: { updated_lead: { dedup: lambda { |lead| "#{lead['id']}@#{lead['updated_at']}" } } } }
        `},{name:`an ID of the event itself`,source:U`{ triggers: { updated_lead: { dedup: lambda { |event| event['event_id'] } } } }`},{name:`an event that the application sends`,source:U`
          {
            triggers: {
              customer_updated: { webhook_notification: ->(_input, payload) { payload }, dedup: ->(event) { event['id'] } }
            }
          }
        `},{name:`an ID of the change`,source:U`{ triggers: { user_changed: { dedup: lambda { |user| user['change_id'] } } } }`},{name:`an entry of a list of changes`,source:U`{ triggers: { price_changed: { dedup: lambda { |change| change['id'] } } } }`},{name:`an ID that the poll makes`,source:U`
          {
            triggers: {
              updated_lead: {
                poll: lambda do |_connection, _input, closure|
                  leads = get('/leads', since: closure).map { |lead| lead.merge('id' => "#{lead['id']}@#{lead['time']}") }
                  { events: leads, next_poll: now }
                end,
                dedup: lambda { |lead| lead['id'] }
              }
            }
          }
        `},{name:`records whose names have to do with changes`,source:U`
          {
            triggers: {
              new_exchange_rate: { dedup: ->(rate) { rate['id'] } },
              new_change_request: { dedup: ->(request) { request['id'] } },
              new_status_update: { dedup: ->(update) { update['id'] } }
            }
          }
        `}]},create:e=>({trigger(t){let n=t.get(`dedup`),r=t.lambda(`dedup`);if(!n||!r||t.deprecated)return;let i=r.result().kind;if(i===`string`||i===`symbol`||i===`number`||i===`boolean`||i===`nil`){e.report(`constant`,n,[t.name]);return}let a=Jr(r);if(a===null||!/^(?:\w+_)?id$/iu.test(a.replace(/(?<=[a-z])I[dD]$/u,`_id`)))return;let o=t.has(`webhook_notification`)||t.has(`webhook_subscribe`),s=/^_?(?:change|revision|version|history|audit|log)/u.test(r.parameters.required[0]??``);if((o||s)&&a.toLowerCase()===`id`)return;let c=`${t.name.replaceAll(`_`,` `)} ${Vr(t)?.text??``}`;if(!Ur.test(c)||/\bdelet/iu.test(c))return;let l=t.lambda(`poll`);l&&qr(l.value.node,a)||(Kr(c).includes(Kr(a).replace(/id $/u,``))||!Wr.test(a))&&e.report(`updates`,n,[t.name,a])}})});function Kr(e){return` ${e.replaceAll(/(?<=[a-z])(?=[A-Z])|\W|_/gu,` `).toLowerCase()} `}function qr(e,t){let[n]=e instanceof g?[e.key]:e instanceof _&&e.name===`[]=`?w(e):[];return E(n)===t||T(e).some(e=>qr(e,t))}function Jr(e){let t=qt(e.value.node)?.body,[n,r]=t instanceof Bt?t.body:[],i=r?void 0:n;if(i instanceof v){let[e,t]=i.parts.filter(e=>!(e instanceof x)),n=e instanceof De?e.statements?.body:void 0;i=t||n?.length!==1?void 0:n[0]}for(;i instanceof _&&/^to_(?:s|i)$/u.test(i.name)&&i.receiver;)i=i.receiver;if(!(i instanceof _)||!/^(?:\[\]|dig)$/u.test(i.name))return null;let a=w(i).at(-1),o=i.receiver;for(;o instanceof _&&o.name===`[]`;)o=o.receiver;return!(o instanceof y)||o.name!==e.parameters.required[0]?null:E(a)}const Yr=/^(?:(?:drop|truncate|purge|delete|wipe|erase) all\b(?!-)|(?:drop|truncate|purge|delete|wipe|erase|clear|empty|remove) (?:(?:an?|the|entire|whole|full|custom|database|data) )*(?:table|database|schema|object type|dataset)s?$|(?:drop|truncate|purge|wipe) (?:(?:an?|the|entire|whole) )*collections?$)/iu,Xr=/\b(?:of|from|on|for)\b(?!.*\b(?:table|view|database|dataset|(?:work)?sheet)\b)/iu,Zr=z({id:`guidelines/destructive-action`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Deletes single records, never whole tables or schemas.`,why:`An automated recipe that deletes a table does damage that nobody can take back.`,remedy:`Leave the action out, or delete one record at a time.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{whole:e=>`The action \`${e}\` deletes more than a record.`},examples:{bad:[{name:`a table that is dropped`,source:U`
          { actions: { drop_table: { execute: lambda { |_c, i| delete("/tables/#{i['id']}") } } } }
                       ^^^^^^^^^^^ whole
        `},{name:`a key that does not tell, under a title that does`,source:U`
          { 'actions' => { 'cleanup' => { 'title' => 'Delete all contacts', 'execute' => ->(_c, _i) { delete('/contacts') } } } }
                           ^^^^^^^^^ whole
        `},{name:`other words for it`,source:U`
          {
            title: 'Acme',
            actions: {
              clear_table: { execute: lambda { |_c, i| delete("/tables/#{i['id']}/rows") } },
              ^^^^^^^^^^^^ whole
              drop_collection: { title: 'Drop collection in Acme', execute: lambda { |_c, i| delete("/c/#{i['id']}") } },
              ^^^^^^^^^^^^^^^^ whole
              delete_all_rows: { title: 'Delete all rows from table', execute: lambda { |_c, _i| delete('/rows') } },
              ^^^^^^^^^^^^^^^^ whole
              erase: { title: 'Erase all records', execute: lambda { |_c, _i| delete('/records') } }
              ^^^^^^ whole
            }
          }
        `}],good:[{name:`a record that is called a collection, and a list that is emptied`,source:U`
          {
            actions: {
              delete_collection: { execute: lambda { |_c, i| delete("/collections/#{i['id']}") } },
              clear_notifications: { title: 'Clear all notifications', execute: lambda { |_c, _i| post('/read') } }
            }
          }
        `},{name:`a row`,source:U`{ actions: { delete_row: { execute: lambda { |_c, i| delete("/rows/#{i['id']}") } } } }`},{name:`what is taken off a record, or out of a table`,source:U`
          {
            actions: {
              delete_all_tags: { title: 'Delete all tags of contact' },
              delete_all_day_event: { title: 'Delete all-day event' },
              remove_all_tags: { title: 'Remove all tags from contact' },
              remove_user_from_database: { title: 'Remove user from database' },
              delete_table: { title: 'Delete table row' }
            }
          }
        `}]},create:e=>({action(t){if(t.deprecated)return;let n=Vr(t)?.text.trim()??t.name.replaceAll(`_`,` `),r=e.connector.title?I(e.connector.title.value):null,i=r!==null&&n.endsWith(` in ${r}`)?n.slice(0,-` in ${r}`.length):n;Yr.test(i)&&!Xr.test(i)&&e.report(`whole`,t,[t.name])}})}),Qr=z({id:`guidelines/dig`,severity:`notice`,confidence:`low`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Reads nested values with `dig`.",why:`Indexing twice fails where the outer value is missing.`,remedy:"Write `a.dig('b', 'c')`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{nested:e=>`A value is read by index from a value that may be missing, ${e} in this lambda.`},examples:{bad:[{name:`two levels`,source:U`
          { methods: { owner: lambda { |row| row['owner']['name'] } } }
                                             ^^^^^^^^^^^^^^^^^^^^ nested
        `,fixed:U`
          { methods: { owner: lambda { |row| row.dig('owner', 'name') } } }
        `},{name:`three levels of what was parsed`,source:U`
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
        `,fixed:U`
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
        `}],good:[{name:`a dig`,source:U`{ methods: { owner: lambda { |row| row.dig('owner', 'name') } } }`},{name:`an outer value that is looked at first`,source:U`
          {
            methods: {
              ends: lambda do |event|
                late = event['end'].present? && event['end']['at'] > 5
                owner = event['owner'] ? event['owner']['name'] : nil
                [late, owner, event['place'] && event['place']['city']]
              end,
              number: lambda do |reply|
                reply['number']['international'] if reply['number'].include?('isValid')
              end
            }
          }
        `},{name:`an outer value without which the lambda ends`,source:U`
          {
            methods: {
              owner: lambda do |row|
                next {} unless row['owner']
                row['owner']['name']
              end
            }
          }
        `},{name:`an entry of a list`,source:U`{ methods: { first: lambda { |rows| rows['all'][0] } } }`}]},create:e=>{let t=new Map,n=[],r=(t,n)=>`${n} ${e.source.slice(C(t))}`,i=(e,t)=>{t&&e&&ti(e)&&n.push([e,t])};return{node:[B(ne,({node:e,lambda:t})=>i(e.left,t)),B(Ct,({node:e,lambda:t})=>i(e.left,t)),B(He,({node:e,lambda:t})=>i(e.predicate,t)),B(Ht,({node:e,lambda:t})=>i(e.predicate,t)),B(_e,({node:e,lambda:t})=>i(e.predicate,t)),V($r,({node:e,lambda:t})=>i(e.receiver,t)),V([`[]`],({node:n,lambda:i,parent:a})=>{if(!i||!ti(n)||ei(n,a))return;let{root:o,names:s}=ri(n);if(s<2||!ii(o))return;let c=t.get(i.path)??[];t.set(i.path,c),c.push({place:{span:C(n),path:i.path},outer:r(n.receiver,i.path),edit:ai(n,e.source)})})],end(){if(t.size===0)return;let i=new Set(n.map(([e,{path:t}])=>r(e,t)));for(let n of t.values()){let t=n.filter(({outer:e})=>!i.has(e)),r=t.length;if(r===0)continue;let a={title:"Use `dig`",edits:n.map(({edit:e})=>e)};e.report(`nested`,t[0].place,[r===1?`once`:`${r} times`],{fix:a})}}}}}),$r=[`present?`,`presence`,`blank?`,`nil?`,`is_a?`,`any?`,`empty?`,`key?`,`has_key?`,`include?`,`!`];function ei(e,t){return t instanceof _&&t.receiver===e&&(t.name===`[]=`||ti(t))}function ti(e){if(!(e instanceof _)||e.name!==`[]`||e.isSafeNavigation())return!1;let[t,n]=w(e);return!n&&(ni(t)||t instanceof tt)}function ni(e){return e instanceof x||e instanceof S}function ri(e){let t=e,n=+!!ni(w(t)[0]);for(;ti(t.receiver);)t=t.receiver,ni(w(t)[0])&&n++;return{root:t.receiver,names:n}}function ii(e){return e instanceof y||e instanceof _?!/definitions?$|schema|fields$/iu.test(e.name):!1}function ai(e,t){let n=[],r=e;for(;n.unshift(t.slice(C(w(r)[0]))),ti(r.receiver);)r=r.receiver;return{span:{start:C(r.receiver).end,end:C(e).end},text:`.dig(${n.join(`, `)})`}}const oi=new Set([`action.execute`,`trigger.poll`,`trigger.webhook_subscribe`,`objectDefinition.fields`]),si=z({id:`guidelines/error-response-handled`,severity:`notice`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Hands on what the API says when a request fails.`,why:`Users see only the status of a failed request otherwise, while the API's answer tells what to correct.`,remedy:'Add `.after_error_response(/.*/) { |_code, body, _headers, message| error("#{message}: #{body}") }` to the requests, or to the method that sends them.',sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{one:e=>`What the API says of a failed request of \`${e}\` does not reach the user.`,several:(e,t)=>`What the API says of a failed request does not reach the user in ${e}: ${t}.`,all:e=>`What the API says of a failed request never reaches the user (operations, lists and definitions with requests: ${e}).`},examples:{bad:[{name:`one action that leaves the error as it is`,source:U`
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
        `},{name:`lists that leave the error as it is`,source:U`
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
        `},{name:`a connector that has no word for errors`,source:U`
          {
            actions: {
              find_lead: { execute: lambda { |_connection, input| call('request', '/leads', input) } },
              ^^^^^^^^^^ all
              create_lead: { 'execute' => ->(_connection, input) { post('/leads', input) } }
            },
            methods: { request: lambda { |path, input| get(path, input) } }
          }
        `}],good:[{name:`a shared method that handles errors`,source:U`
          {
            actions: { find_lead: { execute: lambda { |_c, input| call('request', get('/leads', input)) } } },
            methods: {
              request: lambda do |request|
                request.after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
              end
            }
          }
        `},{name:`a handler that is shared by a constant`,source:U`
          SEND = lambda { |request| request.after_error_response(/.*/) { |_c, body, _h, message| raise "#{message}: #{body}" } }
          { actions: { find_lead: { execute: lambda { |_c, input| SEND.call(get('/leads', input)) } } } }
        `},{name:`requests in parallel, whose errors are a part of the result`,source:U`
          {
            actions: {
              add_leads: {
                execute: lambda do |_connection, input|
                  _ok, added, errors = parallel(input['leads'].map { |lead| post('/leads', lead) })
                  { added: added, errors: errors }
                end
              }
            }
          }
        `},{name:`a call that handles what a method asks for`,source:U`
          {
            actions: {
              find_lead: {
                execute: lambda { |_c, _i| call(:leads).after_error_response(404) { |_code, body| error(body) } }
              }
            },
            methods: { leads: lambda { get('/leads') } }
          }
        `}]},create:e=>{let t=new Set,n=new Set,r=!1,i=new Map,a=e=>{e?n.add(e.path):r=!0};return{request({lambda:e}){e&&t.add(e.path)},methodCall({lambda:e,name:t}){if(!e)return;let n=i.get(e.path)??[];i.set(e.path,n),n.push(I(t))},node:[V([`after_error_response`,`parallel`],({lambda:e})=>a(e)),B(Nt,({lambda:e})=>a(e)),B(Mt,({lambda:e})=>a(e))],end(){if(r)return;let{actions:t,triggers:i,pickLists:a,objectDefinitions:s,lambdas:c}=e.connector,l=new Map;for(let e of c)(e.owner===`pickList`||oi.has(`${e.owner}.${e.key}`))&&W(l,`${e.owner}.${e.ownerName}`,e);let u=[[`action`,`actions`,t.entries.filter(({deprecated:e})=>!e)],[`trigger`,`triggers`,i.entries.filter(({deprecated:e})=>!e)],[`objectDefinition`,`object definitions`,s.entries],[`pickList`,`pick lists`,a.entries]].map(([e,t,n])=>[t,n.filter(({name:t})=>o(l.get(`${e}.${t}`)??[]))]),d=u.flatMap(([,e])=>e),[f]=d;if(f&&d.length>1&&n.size===0)e.report(`all`,f,[d.length]);else for(let[t,n]of u){let[r,i]=n;i?e.report(`several`,r,[t,Rn(n.map(({name:e})=>e))]):r&&e.report(`one`,r,[r.name])}}};function o(r){let a=new Set,o=r.map(({path:e})=>e),s=!1;for(let r=o.pop();r!==void 0;r=o.pop())if(!a.has(r)){if(a.add(r),n.has(r))return!1;t.has(r)&&(s=!0);for(let t of i.get(r)??[]){let n=t===null?void 0:e.connector.methods.get(t);if(!n?.lambda)return!1;o.push(n.lambda.path)}}return s}}});function ci(e){let t,n=[];return r=>{if(!t){let r=e.toSorted((e,t)=>e.start-t.start),i=-1/0;t=r.map(({start:e})=>e),n=r.map(e=>i=Math.max(i,e.end))}let i=0,a=t.length;for(;i<a;){let e=i+a>>1;t[e]<=r.start?i=e+1:a=e}return i>0&&n[i-1]>=r.end}}function li(e){let t=ci(e.map(ui));return e=>t(ui(e))}function ui({start:e,end:t}){return{start:-e,end:-t}}const di=new Set([`sample_output`,`webhook_unsubscribe`]),fi=z({id:`guidelines/error-swallowed`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lets errors reach the user.`,why:`A step that fails without a word leaves recipes running on wrong or missing data.`,remedy:"Raise it again with `error(...)` and what the API said, or handle the one error that is expected.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html`]},messages:{empty:()=>"The `rescue` drops the error without a word.",handler:()=>"The `after_error_response` takes the error, and tells nobody of it.",modifier:()=>"The `rescue` after the request drops every error without a word."},examples:{bad:[{name:`an empty rescue`,source:U`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError
            ^^^^^^ empty
              nil
            end
          }
        `},{name:`a rescue after a request`,source:U`
          { test: lambda { |_connection| get('/me').presence rescue nil } }
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modifier
        `},{name:`an error response that counts as an answer`,source:U`
          {
            'actions' => {
              'find_lead' => {
                'execute' => ->(_connection, input) {
                  get("/leads/#{input['id'].to_i}").
                    after_error_response(/.*/) do |_code, body, _headers, _message|
                    ^^^^^^^^^^^^^^^^^^^^ handler
                      puts body
                      { 'found' => false }
                    end
                }
              }
            }
          }
        `},{name:`a test that ends well with whatever it gets`,source:U`
          { test: ->(_connection) { get('/me').after_error_response(/.*/) { |_code, body, _headers, _message| body } } }
                                               ^^^^^^^^^^^^^^^^^^^^ handler
        `},{name:`errors that leave nothing behind but a literal`,source:U`
          {
            test: lambda do |_connection|
              get('/me')
              true
            rescue StandardError
            ^^^^^^ empty
              true
            end,
            methods: {
              leads: lambda do |input|
                begin
                  leads = get('/leads', input)['leads']
                rescue StandardError
                ^^^^^^ empty
                  leads = []
                end
                { leads: leads }
              end,
              send: lambda do |row|
                post('/rows', row).presence
              rescue => e
              ^^^^^^ empty
                next {}
              end,
              many: ->(row) { post('/rows', row).after_error_response([404, 500]) { |_code, _body| {} } }
                                                 ^^^^^^^^^^^^^^^^^^^^ handler
            }
          }
        `},{name:`an error of a request that a method sends by another one`,source:U`
          {
            actions: { find: { execute: lambda { |_connection, input| call('find', input) rescue {} } } },
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modifier
            methods: { find: lambda { |input| call('send', '/leads', input) }, send: lambda { |path, input| get(path, input) } }
          }
        `},{name:`an error that is only printed, in a method`,source:U`
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
        `}],good:[{name:`an error response that is handed on`,source:U`
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
        `},{name:`an expected response`,source:U`
          {
            methods: {
              lead: lambda { |id| get("/leads/#{id.to_i}").after_error_response(404) { |_c, _b, _h, _m| {} } },
              own_fields: lambda { get('/fields').after_error_response(403) { |_c, _b, _h, _m| [] } }
            }
          }
        `},{name:`an error that is told`,source:U`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError => e
              error("Check the key: #{e}")
            end
          }
        `},{name:`an expected error of one kind`,source:U`
          {
            methods: {
              to_time: lambda do |value|
                value.to_time
              rescue ArgumentError
                nil
              end
            }
          }
        `},{name:`a sample that cannot be had`,source:U`{ actions: { find: { sample_output: lambda { get('/leads').first rescue nil } } } }`},{name:`a fallback for text that is no date`,source:U`{ methods: { day: lambda { |v| v.to_date rescue nil } } }`}]},create:e=>{let t=[];return{node:[V([`after_error_response`],({node:t,lambda:n})=>{t.messageLoc&&t.block instanceof le&&!di.has(n?.key??``)&&w(t).some(mi)&&(bi(t.block,n?.owner===`root`&&n.key===`test`?[]:yi)||e.report(`handler`,{span:t.messageLoc,path:n?.path??null},[]))}),B(se,({node:e,lambda:n})=>{if(e.statements)for(let r=e.rescueClause;r;r=r.subsequent)pi(r,n)&&t.push({kind:`empty`,tried:e.statements,span:r.keywordLoc,lambda:n})}),B(Mt,({node:e,lambda:n})=>{hi(e.rescueExpression,n)&&t.push({kind:`modifier`,tried:e.expression,span:C(e),lambda:n})})],end(){if(t.length===0)return;let{requests:n,methodCalls:r}=e.connector,i=On(e.connector),a=r.filter(({name:e})=>i.has(I(e)??``)),o=li([...n,...a].map(({node:e})=>C(e)));for(let{kind:n,tried:r,span:i,lambda:a}of t)di.has(a?.key??``)||o(C(r))&&e.report(n,{span:i,path:a?.path??null},[])}}}});function pi({exceptions:e,statements:t},n){return e.every(e=>e instanceof xe&&/^(StandardError|Exception)$/u.test(e.name))&&(t?.body??[]).every(e=>hi(e,n))}function mi(e){if(e instanceof ie)return e.elements.some(mi);if(e instanceof tt)return/^(?:401|429|5\d\d)$/u.test(String(e.value));if(!(e instanceof kt))return!1;let t=e.unescaped;return/\.[*+]|\\d|\[/u.test(t)&&!/\w{2}/u.test(t.replaceAll(/\\\w|\[.*?\]/gu,` `))}function hi(e,t){return xi(e)?!0:e instanceof Vt?t?.owner===`root`&&t.key===`test`:e instanceof _t?w(e).every(e=>hi(e,t)):e instanceof b?hi(e.value,t)&&t!==null&&!gi(e.name,t.value.node):e instanceof Be||e instanceof ie?e.elements.length===0:e instanceof x?e.unescaped===``:e instanceof _&&e.receiver===null&&/^(?:puts|p|pp|print)$/u.test(e.name)}function gi(e,t){return t instanceof ut&&t.name===e||_i(t).some(t=>Xt(t).some(t=>en(t,e)))?!0:T(t).some(t=>gi(e,t))}function _i(e){return vi.some(t=>e instanceof t)?[e.predicate]:e instanceof ne||e instanceof Ct?[e.left]:e instanceof _?e.name===`call`&&!e.receiver?w(e):(/\?$|^(?:presence|try|!|==)$/u.test(e.name)||e.isSafeNavigation())&&e.receiver?[e.receiver]:[]:[]}const vi=[He,Ht,_e,Gt,Ut],yi=[y,b,lt,ut];function bi(e,t){if(e instanceof _&&e.receiver===null){if(/^(?:puts|p|pp|print)$/u.test(e.name))return!1;if(!/^(?:now|today)$/u.test(e.name))return!0}return t.some(t=>e instanceof t)||T(e).some(e=>bi(e,t))}function xi(e){return e instanceof vt||e instanceof ke}const Si=/https?:\/\/(?:[^/?#@\s'"]*@)?(?<host>[\w.-]+)/giu,Ci=/(?:^|[.-])(?:sandbox|sandboxapi|staging|stage|uat|preprod|demo)\d*(?=[.-])|(?:^|\.)(?:test|qa|api-?(?:dev|test|qa)|(?:dev|test|qa)-api)\d*(?=\.)/iu,wi=/(?:href=\\?["'][^"'\s]*|learn_more_url["']?\s*(?::|=>)\s*["'][^"'\s]*|@[\w.-]*|https?:\/\/(?:[\w-]+\.)*(?:community|dev|developers?|docs?|documentation|help|helpdesk|kb|knowledge|support)\.)$/u,Ti=/^(?:localhost|127\.[\d.]+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)$|(?:^|\.)(?:ngrok(?:-free)?\.(?:io|app|dev)|loca\.lt|webhook\.site|requestbin\.com|pipedream\.net)$/iu,Ei=z({id:`guidelines/hard-coded-environment`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Lets users choose the environment that they connect to.`,why:`A sandbox in the code is nobody's account but the author's, and other users' data does not belong there.`,remedy:"Offer production and sandbox in a connection field with `control_type: 'select'`, and make `base_uri` of it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{trial:e=>`Requests go to \`${e}\`, and to no other environment of the application.`,own:e=>`Requests go to \`${e}\`, which only the author's machine or account reaches.`},examples:{bad:[{name:`a sandbox as the only address`,source:U`
          {
            'connection' => {
              'base_uri' => ->(_connection) { 'https://api.sandbox.acme.com/v1/' }
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
            }
          }
        `},{name:`a tunnel to the author's machine`,source:U`
          { actions: { find: { execute: lambda { |_connection, input| post("https://f81d4fae.ngrok.io/find", input) } } } }
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ own
        `},{name:`a test system for the login`,source:U`
          {
            connection: {
              base_uri: lambda { |_connection| 'https://api-dev.acme.com' },
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
              authorization: { type: 'oauth2', token_url: lambda { |_connection| 'https://test.acme-login.com/token' } }
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
            }
          }
        `},{name:`a sandbox beside links to the documentation`,source:U`
          {
            connection: {
              fields: [{ name: 'key', hint: "See <a href='https://www.acme.com/keys' target='_blank'>keys</a>." }],
              base_uri: lambda { |_connection| 'https://sandbox.acme.com' }
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ trial
            },
            actions: { find: { help: { learn_more_url: 'https://docs.acme.com/find', learn_more_text: 'More' } } }
          }
        `}],good:[{name:`hosts for developers, and tests of another kind`,source:U`
          {
            connection: { base_uri: lambda { |_connection| 'https://dev.azure.com' } },
            test: lambda { |_connection| get('https://speed-test.acme.com/me') }
          }
        `},{name:`an environment that users choose`,source:U`
          {
            connection: {
              base_uri: lambda do |connection|
                connection['environment'] == 'sandbox' ? 'https://sandbox.acme.com' : 'https://api.acme.com'
              end
            }
          }
        `},{name:`an environment in a method`,source:U`
          {
            methods: {
              host: lambda { |connection| connection['live'] ? 'https://api.acme.com' : 'https://api-demo.acme.com' }
            },
            test: lambda { |_connection| get('https://api-demo.acme.com/status') }
          }
        `},{name:`an environment that becomes a part of the address`,source:U`
          {
            connection: { base_uri: lambda { |connection| "https://#{connection['environment']}.acme.com" } },
            test: lambda { |_connection| get('https://sandbox.acme.com/me') }
          }
        `},{name:`names of applications`,source:U`
          {
            title: 'Pipedream',
            connection: { base_uri: lambda { |_connection| 'https://api.demo-tool.com' } },
            test: lambda { |_connection| get('https://hooks.m.pipedream.net/me') }
          }
        `},{name:`a service beside the agent of a secure tunnel`,source:U`
          { secure_tunnel: true, test: lambda { |_connection| get('http://localhost/ext/profile/status') } }
        `}]},create:e=>{let t=[];return{request({url:e,node:t,lambda:n}){r(e,w(t)[0],n?.path??null)},lambda(e){if(!/^(?:base_uri|authorization_url|token_url)$/u.test(e.key))return;let t=R(e.result());t.length===1&&r(t[0],t[0].node,e.path)},end(){let r=(I(e.connector.title?.value)??``).toLowerCase(),i=new Set;for(let{host:a,span:o,path:s}of t)if(!(i.has(a)||i.size>20)){if(i.add(a),Ti.test(a)){let t=r.includes(Di(a))||r.includes(Oi(a));!e.connector.root.has(`secure_tunnel`)&&!t&&e.report(`own`,{span:o,path:s},[a])}else!/sandbox|stag(?:e|ing)|demo|uat|test/u.test(r)&&!n(a)&&e.report(`trial`,{span:o,path:s},[a])}}};function n(t){let{bytes:n}=e.source;return e.source.slice({start:0,end:n.length}).toLowerCase().replaceAll(t.toLowerCase(),``).split(Di(t)).slice(0,-1).some(e=>!wi.test(e.slice(-200)))}function r(e,n,r){let i=e.kind===`string`?e.text:e.kind===`template`?e.parts[0]??``:``,[a]=i.matchAll(Si),o=a?.index===0?a.groups?.host??``:``;!n||o===``||e.kind===`template`&&a?.[0]===i||(Ci.test(o.slice(0,-Di(o).length))||Ti.test(o))&&t.push({host:o,span:C(n),path:r})}}});function Di(e){return e.toLowerCase().split(`.`).slice(-2).join(`.`)}function Oi(e){return e.toLowerCase().split(`.`).at(-2)??e}const ki=/(?:^|[?&=])https?:\/\/[\w.-]*workato\.com\/oauth\/callback\b/u,Ai=new Set([`acquire`,`refresh`,`authorization_url`,`token_url`]),ji=z({id:`guidelines/hardcoded-callback`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Takes the callback address of OAuth 2.0 from the platform.`,why:`Each data centre of Workato has its own address, so a fixed one fails for users of the others.`,remedy:"Use the third argument of `acquire`, `redirect_uri`; in `authorization_url` the platform adds it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`]},messages:{fixed:()=>`The callback address is that of one data centre only.`,added:e=>`The \`authorization_url\` has \`${e}\`, which the platform adds itself.`},examples:{bad:[{name:`a fixed address in acquire`,source:U`
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
        `},{name:`parameters that the platform adds`,source:U`
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
        `},{name:`an address in a constant, and one in a method`,source:U`
          CALLBACK = 'https://www.workato.com/oauth/callback'
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda do |_connection|
                  "https://acme.com/login?#{{ response_type: 'code', state: 'x' }.to_param}"
                                                                     ^^^^^^ added
                end,
                acquire: lambda { |_connection, code| post('/token', code: code, redirect_uri: CALLBACK) },
                                                                                               ^^^^^^^^ fixed
                refresh: lambda { |_connection, token| call('token', token) }
              }
            },
            methods: {
              token: lambda do |token|
                post('/token', token: token, redirect_uri: 'https://app.eu.workato.com/oauth/callback')
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fixed
              end
            }
          }
        `}],good:[{name:`the address that the platform passes`,source:U`
          {
            connection: {
              authorization: {
                acquire: lambda { |_c, code, redirect_uri| post('/token', code: code, redirect_uri: redirect_uri) }
              }
            }
          }
        `},{name:`what to do, said by an error`,source:U`
          {
            connection: {
              authorization: {
                acquire: ->(_c, code) { error('Register https://www.workato.com/oauth/callback first.') if code.blank? }
              }
            }
          }
        `},{name:`a hint for the user`,source:U`{ connection: { fields: [{ name: 'id', hint: 'Register https://www.workato.com/oauth/callback.' }] } }`}]},create:e=>({node:[Cn([`redirect_uri`],({node:t,lambda:n})=>{if(n&&(n.key===`sample_output`||Ai.has(n.key))&&!Mi(t.value))return;let r=I(e.connector.evaluate(t.value));r!==null&&ki.test(r)&&e.report(`fixed`,{span:C(t.value),path:n?.path??null},[])}),Cn([`redirect_uri`,`state`],({node:t,parent:n,lambda:r})=>{if(r?.key!==`authorization_url`||!(n instanceof Be))return;let i=E(t.key),a=n.elements.map(e=>e instanceof g?E(e.key):null);i!==null&&a.includes(`response_type`)&&(Zt(t.value).some(({unescaped:e})=>ki.test(e))||e.report(`added`,{span:C(t.key),path:r.path},[i]))})],lambda({key:t,path:n,value:r}){if(Ai.has(t))for(let i of Zt(r.node)){if(!(i instanceof x))continue;let r=i.unescaped,a={span:C(i),path:n},o=t===`authorization_url`?/[?&](?<name>state|redirect_uri)=/u.exec(r):null;ki.test(r)?e.report(`fixed`,a,[]):o&&e.report(`added`,a,[o.groups?.name??``])}}})});function Mi(e){return e instanceof xe}function Ni(e,t){if(!(e instanceof x||e instanceof S)||e.unescaped===``)return null;let n=t.slice(C(e)),r=n.indexOf(e.unescaped),i=n.length-r-e.unescaped.length;return r!==-1&&/^[:'"]*$/.test(n.slice(0,r)+n.slice(n.length-i))?{start:e.start+r,end:e.end-i}:null}function Pi(e,t,n){let r=Ni(e,n);return r?[{span:r,text:t}]:[]}function Fi(e,t,n){if(!(e instanceof Be||e instanceof ot))return[];let r=e.elements.at(-1);return r?[hr(n,C(r),t)]:[]}function Ii(e,t,n){if(!(e instanceof Be||e instanceof ot))return[];let r=e.elements.findIndex(e=>e instanceof g&&e.key===t),i=e.elements[r+1];if(r===-1||!i)return[];let a={start:C(e.elements[r]).start,end:C(i).start};return n.slice(a).includes(`#`)?[]:[{span:a,text:``}]}const Li={render_input:`convert_input`,parse_output:`convert_output`},Ri=z({id:`guidelines/legacy-key`,severity:`notice`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Uses the current names of keys.`,why:`Keys of former versions of the SDK are no longer documented, and may stop working.`,remedy:`Rename the key, or move its code to the key that took its place.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`]},messages:{replaced:(e,t)=>`The key \`${e}\` of former versions is now \`${t}\`.`},examples:{bad:[{name:`a converter of a field`,source:U`
          {
            actions: {
              add: { input_fields: lambda { [{ name: 'count', render_input: 'integer_conversion' }] } }
                                                              ^^^^^^^^^^^^^ replaced
            }
          }
        `,fixed:U`
          {
            actions: {
              add: { input_fields: lambda { [{ name: 'count', convert_input: 'integer_conversion' }] } }
            }
          }
        `},{name:`the credentials of an authorization`,source:U`
          { connection: { authorization: { type: 'api_key', credentials: lambda { |c| headers(key: c['key']) } } } }
                                                            ^^^^^^^^^^^^ replaced
        `}],good:[{name:`current keys`,source:U`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } } },
            triggers: { new: { poll: lambda { { events: [] } }, dedup: lambda { |event| event['id'] } } }
          }
        `}]},create:e=>{let t=new Map,n=(t,n)=>{for(let[r,i]of Object.entries(n)){let n=t.get(r);n&&!t.has(i)&&e.report(`replaced`,n,[r,i])}};return{authorization(e){n(e,{credentials:`apply`})},trigger(e){n(e,{document_id:`dedup`})},attribute:H(Object.keys(Li),(n,r)=>{let{key:i}=r,a=Li[i];if(n.has(a))return;let o=t.get(i)??{first:r,edits:[]};t.set(i,o),o.edits.push(...Pi(n.hash.entries.get(i)?.keyNode??null,a,e.source))}),end(){for(let[n,{first:r,edits:i}]of t){let t=Li[n]??n,a={title:`Rename it to ${t} in all fields`,edits:i};e.report(`replaced`,r,[n,t],i.length>0?{fix:a}:{})}}}}});function zi(e,t){return t.start<=e.start&&e.end<=t.end}const Bi=/(?:done|completed?|finished|ready|pending|running|processing|in_?progress|queued|(?:file|report|result|download)_?url)$/iu;function Vi(e,t){let n=[],r=new Map,i=!1,a=C(e);for(let e of Xt(t.value.node))i||=e instanceof Ot,e instanceof b&&W(r,e.name,e.value),zi(a,C(e))&&(e instanceof He||e instanceof Ht?n.push(e.predicate):(e instanceof _e||e instanceof ge||e instanceof ne)&&n.push(e));let o=n.filter(e=>!Hi(e,t));return!i&&o.length>0&&o.every(t=>Ui(t,r)||Wi(e)&&Gi(t,r))}function Hi(e,t){let n=e;for(;n instanceof _&&n.receiver&&/^(?:\[\]|!|blank\?|present\?|nil\?|empty\?)$/u.test(n.name);)n=n.receiver;return n instanceof y&&n.name===t.parameters.required[4]}function Ui(e,t){if(e instanceof Ct)return Ui(e.left,t)&&Ui(e.right,t);if(e instanceof wt){let[n,r]=T(e).flatMap(e=>T(e));return n!==void 0&&!r&&Ui(n,t)}if(!(e instanceof _)||!e.receiver)return!1;let[n]=w(e);return e.name===`!`?Ui(e.receiver,t):e.name===`==`||e.name===`!=`?n instanceof x&&Ki(e.receiver,t):e.name===`include?`&&n instanceof x?Ki(e.receiver,t):e.name===`include?`&&e.receiver instanceof ie&&!!n&&Ki(n,t)}function Wi(e){let t=Xt(e).filter(e=>e instanceof g).find(({key:e})=>E(e)===`continue`)?.value;return t instanceof Be&&t.elements.every(e=>e instanceof g&&/(?:^|_)(?:id|job|state|status)$/iu.test(E(e.key)??``))}function Gi(e,t){if(!(e instanceof _)||!e.receiver)return!1;if(/^(?:!|blank\?|present\?|nil\?)$/u.test(e.name))return Gi(e.receiver,t);let n=e.name===`[]`?E(w(e)[0]):null;return n!==null&&Bi.test(n)&&Ki(e.receiver,t)}function Ki(e,t,n=0){if(n>5)return!1;if(e instanceof _&&e.receiver)return Ki(e.receiver,t,n);if(e instanceof _)return/^(?:get|post|put|patch|delete|call)$/u.test(e.name);if(e instanceof He)return[e.statements,e.subsequent].map(e=>e&&T(e).at(-1)).every(e=>{let r=e instanceof Bt?e.body.at(-1):e;return!!r&&Ki(r,t,n+1)});let r=e instanceof y?t.get(e.name)??[]:[];return r.length>0&&r.every(e=>Ki(e,t,n+1))}const qi=new Set([`==`,`<`,`<=`,`>`,`>=`,`<=>`,`between?`,`cover?`,`positive?`,`negative?`,`zero?`,`past?`,`future?`,`shift`,`pop`,`drop`]),Ji=z({id:`guidelines/multistep-limit`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Stops a multistep action after a number of steps.`,why:`An action that waits for a job that never ends holds up the recipe until the platform's own limit.`,remedy:"Count the steps in `continue`, and end with `error(...)` after a maximum.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/multistep-actions.html`,`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{endless:e=>`The action \`${e}\` invokes itself again without a limit of its own.`},examples:{bad:[{name:`a wait without end`,source:U`
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
        `},{name:`a wait for a job that says that it is done`,source:U`
          {
            'actions' => {
              'run' => {
                'execute' => ->(_connection, input, _is, _os, continue) {
                  job = continue['id'].blank? ? post('/jobs', input) : get("/jobs/#{continue['id']}")
                  if job['done'].blank?
                    reinvoke_after(seconds: 60, continue: { id: job['id'] })
                    ^^^^^^^^^^^^^^ endless
                  else
                    job
                  end
                }
              }
            }
          }
        `}],good:[{name:`pages until they are done, and a wait whose steps are counted`,source:U`
          {
            actions: {
              query: {
                execute: lambda do |_connection, input, _is, _os, continue|
                  page = continue.present? ? get(continue['url']) : get('/query', input)
                  reinvoke_after(seconds: 60, continue: { url: page['next_url'] }) unless page['done']
                  { done: true }
                end
              },
              run: {
                execute: lambda do |_connection, input, _is, _os, continue|
                  job = continue.present? ? get("/jobs/#{continue['id']}") : post('/jobs', input)
                  left = continue['left'] || [1, 2, 3]
                  error('Timed out.') if left.empty?
                  reinvoke_after(seconds: 60, continue: { id: job['id'], left: left[1..] }) unless job['done']
                end
              }
            }
          }
        `},{name:`pages to their end, and steps with names`,source:U`
          {
            actions: {
              export: {
                execute: lambda do |_connection, _input, _is, _os, continue|
                  page = get('/rows', after: continue['after'])
                  reinvoke_after(seconds: 60, continue: { after: page['next'] }) if page['next'].present?
                  { done: true }
                end
              },
              move: {
                execute: lambda do |_connection, input, _is, _os, continue|
                  if continue['step'] == 'second'
                    post('/second', input)
                  else
                    post('/first', input).presence
                    reinvoke_after(seconds: 60, continue: { step: 'second' })
                  end
                end
              }
            }
          }
        `},{name:`a wait of thirty steps`,source:U`
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
        `}]},create:e=>{let t=[],n=new Set,r=new Map,i=new Set,a=new Map;return{bareCall:{reinvoke_after:e=>{e.lambda?.owner===`action`&&e.lambda.key===`execute`&&t.push(e)}},methodCall({lambda:e,name:t}){if(!e)return;let n=I(t);n===null?i.add(e.path):r.set(e.path,(r.get(e.path)??new Set).add(n))},node:[V(qi,({node:e,lambda:t})=>{t&&(e.name!==`==`||!w(e).every(Yi))&&n.add(t.path)})],end(){for(let{node:o,lambda:s}of t){if(!s||n.has(s.path)||i.has(s.path))continue;let t=[...r.get(s.path)??[]].map(t=>e.connector.methods.get(t)).some(e=>{let t=e?.lambda?.path;return t===void 0||n.has(t)||r.has(t)}),c=a.get(s)??0;if(t||c>5)continue;let l=Vi(o,s);if(a.set(s,l?1/0:c+1),!l)continue;let{start:u,name:d}=o,f={start:u,end:u+d.length};e.report(`endless`,{span:f,path:s.path},[s.ownerName])}}}}});function Yi(e){return e instanceof x||e instanceof S||e instanceof vt||e instanceof Vt||e instanceof ke}const Xi=z({id:`guidelines/object-definition-arguments`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Declares the arguments of an object definition's `fields`, used or not.",why:`The arguments decide whether the schema is dynamic; adding them later changes it for recipes that run.`,remedy:"Declare them from the start: `fields: lambda do |_connection, _config_fields|`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/object_definitions.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{none:e=>`The \`fields\` of the object definition \`${e}\` declare no arguments.`},examples:{bad:[{name:`no arguments`,source:U`
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
        `,fixed:U`
          {
            object_definitions: {
              lead: {
                fields: lambda do |_connection, _config_fields, _object_definitions|
                  [{ name: 'id' }]
                end
              }
            }
          }
        `},{name:`no arguments of arrow lambdas`,source:U`
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
        `,fixed:U`
          {
            'object_definitions' => {
              'lead' => { 'fields' => ->(_connection, _config_fields, _object_definitions) { [{ name: 'id' }] } },
              'owner' => { 'fields' => ->(_connection, _config_fields, _object_definitions) { [{ name: 'id' }] } },
              'tag' => { 'fields' => lambda { |_connection, _config_fields, _object_definitions| [{ name: 'id' }] } }
            }
          }
        `}],good:[{name:`arguments that are not used`,source:U`{ object_definitions: { lead: { fields: lambda { |_connection, _config_fields| [] } } } }`}]},create:e=>({objectDefinition(t){let n=t.get(`fields`),r=t.lambda(`fields`);if(!n||!r)return;let{required:i,optional:a,rest:o}=r.parameters;if(i.length+a.length>0||o)return;let s=Qi(r.value.node),c={title:`Declare the arguments`,edits:s};e.report(`none`,n,[t.name],s.length>0?{fix:c}:{})}})}),Zi=`_connection, _config_fields, _object_definitions`;function Qi(e){let t=qt(e);if(!t)return[];if(t.parameters)return t.parameters instanceof de&&!t.parameters.parameters?[{span:C(t.parameters),text:t instanceof st?`(${Zi})`:`|${Zi}|`}]:[];if(t instanceof st){let{end:e}=t.operatorLoc;return[{span:{start:e,end:e},text:`(${Zi})`}]}let{end:n}=t.openingLoc;return[{span:{start:n,end:n},text:` |${Zi}|`}]}const $i=z({id:`guidelines/operation-comment`,severity:`notice`,confidence:`low`,since:`0.1.0`,docs:{summary:`Says in a comment above each operation what it does.`,why:`Who maintains or reviews the connector reads first what an operation is for and where its limits are.`,remedy:`Add a comment above the action or trigger.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{missing:e=>`No comment says what this operation does (without one in all: ${e}).`},examples:{bad:[{name:`an action without a comment`,source:U`
          {
            actions: {
              find: { execute: lambda { get('/a') } }
              ^^^^^ missing
            }
          }
        `}],good:[{name:`comments further away`,source:U`
          {
            actions: {
              # Finds all of them.
              # ------------------

              find: { execute: lambda { get('/a') } },
              list: {
                title: 'List',
                # All of them, page by page.
                execute: lambda { get('/b') }
              }
            }
          }
        `},{name:`operations that a method of arrays makes`,source:U`
          {
            actions: %w[lead deal].to_h { |name| ["find_#{name}", { execute: lambda { get('/a') } }] },
            triggers: %w[new old].each_with_object({}) do |name, all|
              all[name] = { poll: lambda { { events: [] } } }
            end
          }
        `},{name:`a comment above the action`,source:U`
          {
            actions: {
              # Finds all of them.
              find: { execute: lambda { get('/a') } }
            }
          }
        `}]},create:e=>({end(){let t=e.connector.operations.filter(({name:t,span:n})=>{let{source:r}=e,i=r.slice({start:n.start,end:n.end+4});if(!i.includes(t)||!/:|=>/u.test(i))return!1;let a=r.lineOf(n.start),o=a-1;for(;o>0&&ta(r.line(o));)o--;return![o,a,a+1,a+2].some(e=>ea(r.line(e)))}),[n]=t;n&&e.report(`missing`,n,[t.length])}})});function ea(e){return/(?:^|\s)#[^{]*\p{L}{2}|^=end\b/u.test(e)}function ta(e){return/^\s*(?:#[^\p{L}]*)?$/u.test(e)}function na(e,t){return e.comments.map(({start:e,end:n})=>{let r={start:e,end:t.bytes[n-1]===13?n-1:n},i=t.lineOf(r.start),a=t.slice({start:t.lineStart(i),end:r.start});return{span:r,text:t.slice(r),line:i,alone:a.trim()===``}})}const ra=/\bFIXME\b|\bTODO:|^TODO\s*-|^TODO (?:add|write|explain|describe|document|fill in|replace|update)\b|\b[Ll]orem ipsum\b/u,ia=/^(?:TODO|TBD|TBA|WIP)[.!]*$/u,aa=new Set(`help body description subtitle learn_more_text`.split(` `)),oa=/^#\W*(?:TODO|FIXME|XXX(?=:| \p{L})|HACK(?=:| \p{L}))\b|^#\W*(?:todo|fixme)\s*:/u,sa=/^(?:(?:Bearer |Basic |Token )?[<[{]?YOUR_[A-Z0-9_]+[>\]}]?|(?:REPLACE|INSERT)_(?:ME|THIS|HERE|YOUR)(?:_[A-Z0-9_]+)?|(?:MY|INSERT|REPLACE|ENTER)_(?:[A-Z0-9]+_)*(?:API_KEY|CLIENT_ID|SECRET|TOKEN|PASSWORD|HERE))$/u,ca=/^[<[{]?(?:(?:your|my|insert|enter|put)[-_ ]+(?:[a-z\d]+[-_ ]+)*(?:client[-_ ]?id|app[-_ ]?id|secret|key|token|password|here)|change[-_ ]?me|replace[-_ ]?me|x{6,})[>\]}]?$/iu,la=new Set(`client_id client_secret api_key apikey access_token token secret app_id`.split(` `)),ua=/FIXME|TODO|TB[AD]\b|WIP\b|orem ipsum|(?:YOUR|REPLACE|INSERT)_|(?:MY|ENTER)_[A-Z]/u,da=/[_'"/]to[_-]?dos?\b/u,fa=/^(?:label|hint|help|description|title|subtitle|default|placeholder|toggle_hint|sample_\w+)$/u,pa=/^https?:\/\/(?:[\w-]+\.)*your[-_]?(?:domain|subdomain|company|instance|site|tenant|org)\.[\w.-]+|^https?:\/\/(?:[\w-]+\.)*example\.(?:com|org|net)(?=[/:?#]|$)|\bYOUR_[A-Z0-9_]+|X{5,}/u,ma=z({id:`guidelines/placeholder`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Holds nothing that was to be replaced.`,why:`Users read the text as it is, and a request with a placeholder in it fails for all of them.`,remedy:`Write what is meant, or ask for it in a connection field.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{text:e=>`The text is not finished: it says “${e}”.`,standIn:e=>`The text \`${e}\` is to be replaced by a value.`,address:e=>`The address has the placeholder \`${e}\` in it.`,comments:e=>`Comments say that something is still to be done (places: ${e}).`},examples:{bad:[{name:`a hint that is to come`,source:U`
          { actions: { find: { help: 'TODO: explain the limits' } } }
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ text
        `},{name:`a client to put in`,source:U`
          { connection: { authorization: { type: 'oauth2', client_id: 'YOUR_CLIENT_ID' } } }
                                                                      ^^^^^^^^^^^^^^^^ standIn
        `},{name:`a request with a gap`,source:U`
          { test: lambda { |_connection| get('https://api.acme.com/reports?filter=XXXXXXXX') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ address
        `},{name:`a comment about what is left`,source:U`
          {
            # TODO: read the next page, too
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comments
            test: ->(_connection) { get('/me') }
          }
        `},{name:`credentials, a host and a help that are still to come`,source:U`
          {
            connection: {
              base_uri: lambda { |_connection| 'https://your-domain.acme.com' },
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ address
              authorization: {
                type: 'oauth2',
                client_id: 'your-client-id',
                           ^^^^^^^^^^^^^^^^ standIn
                client_secret: lambda { |_connection| '<YOUR_SECRET>' }
                                                      ^^^^^^^^^^^^^^^ standIn
              }
            },
            actions: {
              find: { help: 'TODO' },
                            ^^^^^^ text
              list: { help: { body: 'TODO add the limits' } }
                                    ^^^^^^^^^^^^^^^^^^^^^ text
            }
          }
        `}],good:[{name:`a state that is called so, and words for tokens`,source:U`
          {
            actions: {
              find: {
                # XXX-XXX is how the application writes it.
                input_fields: -> { [{ name: 'todo', label: 'TODO' }, { name: 'token', label: 'Your token' }] },
                execute: ->(_connection, _input) { { status: 'TODO', kind: 'your_api_key', on: 'TBD' } }
              }
            }
          }
        `},{name:`a hint, which usability/hint-quality judges`,source:U`{ actions: { find: { input_fields: -> { [{ name: 'id', hint: 'TODO: where to find it' }] } } } }`},{name:`a format in a hint`,source:U`
          { actions: { find: { help: 'Write the number as XXX-XXX-XXXX, at https://YOUR_DOMAIN.acme.com' } } }
        `},{name:`words and constants of applications`,source:U`
          {
            actions: {
              create_todo: {
                title: 'Create todo item',
                execute: lambda do |_connection, input|
                  post('/values/A1:append?insertDataOption=INSERT_ROWS', input.merge(mode: 'REPLACE_ALL', status: 'TODO'))
                end
              }
            }
          }
        `},{name:`what an application for tasks calls them`,source:U`
          {
            actions: {
              create_task: {
                help: 'Lists show it as TODO: and its title.',
                execute: ->(_connection, input) { post('/v2/todos', input) }
              }
            }
          }
        `},{name:`what users see, and what is replaced`,source:U`
          {
            connection: {
              fields: [{ name: 'subdomain', placeholder: 'YOUR_SUBDOMAIN' }],
              base_uri: lambda { |connection| 'https://YOUR_DOMAIN.acme.com'.gsub('YOUR_DOMAIN', connection['subdomain']) }
            },
            actions: { find: { sample_output: lambda { { token: 'YOUR_TOKEN' } } } },
            methods: { sample_lead: lambda { { token: 'xxxxxx', note: 'TODO: call Joe' } } }
          }
        `},{name:`an address in a sample`,source:U`
          { actions: { find: { sample_output: lambda { { email: 'joe@example.com', state: 'TODO', title: 'TODO: call Joe' } } } } }
        `}]},create:e=>{let t;return{file({syntax:t,source:n,text:r}){if(!t||r===null)return;let i=na(t,n).filter(({text:e})=>oa.test(e)),[a]=i;a&&e.report(`comments`,{span:a.span,path:null},[i.length],{severity:`notice`})},node:[...wn(ua,B(x,({node:t,lambda:r,parent:i})=>{let a=t.unescaped,o=n(a,va(i),r);o===null?sa.test(a)&&_a(i,r)&&e.report(`standIn`,ha(t,r),[a]):e.report(`text`,ha(t,r),[o])})),Cn(la,({node:e,lambda:t})=>{ga(t)||r(e.value,t)})],request({url:e,lambda:t,span:n}){i(e,t?.path??null,n)},lambda(e){if(la.has(e.key)){for(let t of Xt(e.value.node))if(t instanceof Bt)for(let n of t.body)r(n,e)}/^(?:base_uri|authorization_url|token_url)$/u.test(e.key)&&i(e.result(),e.path,e.span)}};function n(n,r,i){if(r===`hint`)return null;let a=r!==null&&aa.has(r)&&(!i||aa.has(i.key)),o=ra.exec(n);return o&&(t??=da.test(e.source.text??``))&&(o=null),o??=a?ia.exec(n):null,o&&!ga(i)?o[0]:null}function r(t,n){if(!(t instanceof x))return;let r=t.unescaped;ca.test(r)&&!sa.test(r)&&e.report(`standIn`,ha(t,n),[r])}function i(t,n,r){for(let{text:i}of Mn(t)){let a=pa.exec(i)?.[0];if(!a||sa.test(i))continue;let o=t?.node?C(t.node):r;e.report(`address`,{span:o,path:n},[a])}}}});function ha(e,t){return{span:C(e),path:t?.path??null}}function ga(e){return e!==null&&/(?:^|_)sample(?:_|$)/u.test(e.key)}function _a(e,t){return ga(t)?!1:e instanceof g?!fa.test(va(e)??``):ya.some(t=>e instanceof t)}function va(e){return E(e instanceof g?e.key:null)}const ya=[Bt,b,Ce];function ba(e,t,n){let r=e?.kind===`hash`?e:null,i=r?yn(r):xa,a=new Map,o={path:t,span:n};return{path:t,hash:r,closed:r!==null&&Sa(r),keys:[...i.keys()],has:e=>i.has(e),get(e){let t=a.get(e);if(t)return t;let n=i.get(e);if(!n)return;let r=new wa(n,o);return a.set(e,r),r}}}const xa=new Map;function Sa(e){if(e.open)return!1;for(let t of e.entries.values())if(t.conditional)return!1;return!0}function Ca(e,t,n){return new wa(e,{path:t,span:n})}var wa=class{key;value;#e;#t;constructor(e,t){this.key=_n(e),this.value=e.value,this.#e=e,this.#t=t}get path(){let{path:e}=this.#t;return e===``?this.key:`${e}.${this.key}`}get span(){let{keyNode:e}=this.#e;return e?C(e):this.#t.span}get valuePlace(){let{node:e}=this.value;return{span:e?C(e):this.span,path:this.path}}};function Ta(e){let[t]=e.keys;return t===void 0?null:e.get(t)??null}const Ea=/(?<![a-z])(?:ack|acknowledge|dequeue|receive(?:[_-]?messages?)?)(?![a-z])/iu,Da=z({id:`guidelines/poll-cursor`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Goes on polling from where the last poll stopped.`,why:`A poll that does not read its closure fetches the same records again each time.`,remedy:"Return `next_poll`, and read it as the third argument of `poll` at the next run.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{noParameter:e=>`The \`poll\` of \`${e}\` takes no closure, so it starts over every time.`,notStored:e=>`The \`poll\` of \`${e}\` returns nothing new as \`next_poll\`, so there is never a closure to go on from.`,unread:(e,t)=>`The \`poll\` of \`${e}\` never reads \`${t}\`, so it starts over every time.`},examples:{bad:[{name:`no closure`,source:U`
          { triggers: { new_lead: { poll: lambda { |_connection, _input| { events: get('/leads') } } } } }
                                    ^^^^^ noParameter
        `},{name:`a closure that is not read`,source:U`
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
        `},{name:`a closure that stays nothing`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                ^^^^^ notStored
                  { events: get('/leads', since: closure || input['since']), next_poll: closure }
                end
              },
              new_contact: {
                poll: lambda do |_connection, input, closure|
                ^^^^^ notStored
                  { events: get('/contacts', since: closure || input['since']), next_poll: nil, can_poll_more: false }
                end
              }
            }
          }
        `},{name:`a closure that is never stored`,source:U`
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
        `}],good:[{name:`a poll that triggers share`,source:U`
          poll = lambda do |_connection, _input, closure|
            page = (closure ||= 1)
            { events: get('/leads', page: page), next_poll: page + 1 }
          end
          { triggers: { new_lead: { poll: poll }, new_contact: { poll: poll } } }
        `},{name:`a closure that is made at the first poll, and one that is added to`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                  closure ||= { 'since' => input['since'] }
                  { events: get('/leads', closure), next_poll: closure }
                end
              },
              new_contact: {
                poll: lambda do |_connection, input, closure|
                  closure = call('start', input) if closure.blank?
                  contacts = get('/contacts', closure)
                  { events: contacts, next_poll: closure }
                end
              }
            }
          }
        `},{name:`a page that the API is asked for, and a result that a method makes`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda { |_connection, _input, closure| call('leads', get('/leads', next_page: closure)) }
              }
            },
            methods: { leads: lambda { |found| { events: found['leads'], next_poll: found['next_page'] } } }
          }
        `},{name:`queues, which keep what is new themselves`,source:U`
          {
            triggers: {
              new_message: {
                poll: lambda do |_connection, input, _closure|
                  messages = get("/queues/#{input['queue']}")['messages']
                  delete("/queues/#{input['queue']}/messages", ids: messages.pluck('id'))
                  { events: messages, can_poll_more: messages.present? }
                end
              },
              new_job: {
                poll: lambda do |_connection, input|
                  { events: post("/queues/#{input['queue']}/receive")['jobs'] }
                end
              }
            }
          }
        `},{name:`a closure that is read`,source:U`
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
        `}]},create:e=>{let t=new Map,n=({node:e,lambda:n})=>{if(n?.key!==`poll`)return;let r=t.get(n.value.node);r?r.add(e.name):t.set(n.value.node,new Set([e.name]))},r=new Map,i=(e,t)=>{e?.key===`poll`&&W(r,e.value.node,t)},a=new Set,o=e=>{e.lambda?.parameters.required[2]===e.node.name&&i(e.lambda,null)};return{node:[Cn([`next_poll`],({node:e,lambda:t})=>i(t,e.value)),V([`[]=`,`merge!`,`store`],({node:e,lambda:t})=>i(t,e)),B(b,o),B(dt,o),B(ut,o),B(y,n),B(ut,n),B(ct,n),B(lt,n)],request({verb:e,url:t,lambda:n}){n?.key===`poll`&&(e===`delete`||Ea.test(mn(t,` `)??``))&&a.add(n.value.node)},end(){for(let n of e.connector.triggers.entries){let i=n.get(`poll`),o=n.lambda(`poll`);if(!i||!o||n.deprecated||n.has(`webhook_subscribe`)||a.has(o.value.node))continue;let{required:s,optional:c,rest:l}=o.parameters;if(l||c.length>0)continue;let u=s[2];s.length<3?e.report(`noParameter`,i,[n.name],{severity:`notice`}):u&&!t.get(o.value.node)?.has(u)?e.report(`unread`,i,[n.name,u],u.startsWith(`_`)?{severity:`notice`}:{}):(R(o.result()).every(Oa)||u&&r.get(o.value.node)?.every(e=>en(e,u)))&&e.report(`notStored`,i,[n.name])}}}}});function Oa(e){return e.kind!==`hash`||!Sa(e)?!1:!e.entries.has(`next_page`)&&(e.entries.get(`next_poll`)?.value.kind??`nil`)===`nil`}var ka=class extends Error{};function Aa(e){if(e.shared)throw new ka;e.pristine&&=!1}function ja(e,t=0){if(t>40||!D())return O(e.node);switch(e.kind){case`array`:{let n=[];for(let r of e.items)n.push({value:ja(r.value,t+1),conditional:r.conditional});return Ma(e,n)}case`hash`:{let n=new Map;for(let r of e.entries.values()){let e=ja(r.value,t+1);n.set(r.key,e===r.value?r:{...r,value:e})}return Na(e,n)}case`string`:return j(e.text,e.node);case`choice`:return{...e,options:e.options.map(e=>ja(e,t+1))};default:return e}}function Ma({node:e,open:t,enumerates:n},r){let i=sn(r,e,t);return n===void 0?i:{...i,enumerates:n}}function Na({node:e,shadowed:t,open:n,indifferent:r,fallback:i},a){let o={kind:`hash`,node:e,entries:a,shadowed:t,open:n,indifferent:r,born:nn(),pristine:!1};return i&&(o.fallback=i),o}function Pa(e){switch(e.kind){case`array`:return Ma(e,e.items.slice());case`hash`:return Na(e,new Map(e.entries));case`string`:return j(e.text,e.node);case`choice`:return{...e,options:e.options.map(Pa)};default:return e}}function Fa(e){Ra(e,e=>{if(!(e.kind!==`hash`||e.indifferent)){e.indifferent=!0;for(let[t,n]of e.entries)e.entries.set(t,La(n))}})}function Ia(e){let t=ja(e);return Fa(t),t}function La(e,t=e.value){let{key:n,keyNode:r,conditional:i}=e;return{key:n,keyValue:e.keyValue.kind===`symbol`?j(n):e.keyValue,keyNode:r,value:t,conditional:i}}function Ra(e,t){let n=new Set,r=[e];for(let e=r.pop();e;e=r.pop())if(!n.has(e)&&D()){if(n.add(e),e.kind===`array`)for(let t of e.items)r.push(t.value);else if(e.kind===`hash`)for(let t of e.entries.values())r.push(t.value);else e.kind===`choice`?r.push(...e.options):e.kind===`unknown`&&e.from&&r.push(e.from);t(e)}}function za(e){Ra(e,e=>{if((e.kind===`array`||e.kind===`hash`)&&Aa(e),e.kind===`array`&&(e.open=!0),e.kind===`hash`){e.open=!0;for(let[t,n]of e.entries)e.entries.set(t,{...n,value:P([n.value,O()]),conditional:!0})}})}function Ba(e){return e.endsWith(`!`)?e!==`!`:e.endsWith(`=`)?e===`[]=`||/\w=$/.test(e):Va.has(e)}const Va=new Set([`<<`,`push`,`append`,`concat`,`unshift`,`prepend`,`insert`,`delete`,`store`,`update`,`clear`,`replace`,`pop`,`shift`,`delete_at`,`delete_if`,`keep_if`,`fill`]),Ha=new WeakMap;function Ua(e){return Ga(e)===`change`}function Wa(e){return Ga(e)===`none`}function Ga(e){let t=Ha.get(e);return t===void 0&&(t=Ka(e),Ha.set(e,t)),t}function Ka(e){D();let t=qa(e);if(t===`change`)return t;for(let n of T(e)){let e=Ka(n);if(e===`change`)return e;e===`exit`&&(t=e)}return t}function qa(e){return e instanceof _?Ja(e)?`change`:`none`:e instanceof ce?e.expression instanceof S&&!Ba(e.expression.unescaped)?`none`:`change`:Ya.get(e.constructor)??`none`}function Ja(e){return e.receiver===null?w(e).length>0&&!Xa.has(e.name):e.name===`[]`&&e.receiver instanceof xe||Ba(e.name)||Za.has(e.name)}const Ya=new Map([[qe,`change`],[Ge,`change`],[Ke,`change`],[Je,`change`],[he,`change`],[fe,`exit`],[It,`exit`],[st,`exit`],[ze,`exit`],[Ie,`exit`],[Pe,`exit`],[Fe,`exit`],[Re,`exit`],[et,`exit`],[Ze,`exit`],[Ye,`exit`],[Xe,`exit`],[$e,`exit`]]),Xa=new Set([`lambda`,`proc`,`raise`,`error`,`puts`,`format`,`sprintf`,`parse_json`]),Za=new Set([`call`,`yield`,`send`,`public_send`,`__send__`,`try`,`curry`]);function K(e,t){return[e,t]}function Qa(e){return e.kind===`range`?eo(e,Qa):hn(e)??(e.kind===`symbol`?null:$a(e))}function $a(e,t=0){if(t>20||!D())return null;switch(e.kind){case`nil`:return`nil`;case`string`:return io(e.text);case`symbol`:{if(/^[A-Za-z_]\w*[?!=]?$/.test(e.text))return`:${e.text}`;let t=/^[\x20-\x7e]+$/.test(e.text)&&/\w/.test(e.text)?io(e.text):null;return t&&`:${t}`}case`array`:{let n=e.enumerates===void 0?L(e):null;return n&&no(n.map(e=>$a(e,t+1)),`[`,`]`)}case`hash`:return to(e,t);case`range`:return eo(e,e=>$a(e,t+1));case`number`:case`boolean`:case`class`:return hn(e);default:return null}}function eo(e,t){let[n,r]=[e.first,e.last].map(e=>e?t(e):``);return n===null||r===null?null:`${n}${e.exclusive?`...`:`..`}${r}`}function to({entries:e,open:t,indifferent:n},r){let i=[...e.values()];return t||i.some(e=>e.conditional||e.mixed&&!n)?null:no(i.map(({keyValue:e,value:t})=>{let n=[$a(e,r+1),$a(t,r+1)];return n.includes(null)?null:n.join(`=>`)}),`{`,`}`)}function no(e,t,n){return e.includes(null)?null:`${t}${e.join(`, `)}${n}`}const ro=new Map([[`
`,`\\n`],[`	`,`\\t`],[`\r`,`\\r`]]);function io(e){let t=e.replace(/["\\]|#(?=[{$@])/g,e=>`\\${e}`).replace(/[\n\t\r]/g,e=>ro.get(e));return/^[\x20-\x7e\u00a1-\u00ac\u00ae-\u017f]*$/.test(t)?`"${t}"`:null}function ao({first:e,last:t,exclusive:n}){if(e?.kind===`number`&&t?.kind===`number`&&!e.float){let r=n?Math.ceil(t.number)-1:Math.floor(t.number);return r-e.number>=2e3?null:Array.from({length:Math.max(0,r-e.number+1)},(t,n)=>M(e.number+n))}if(e?.kind===`string`&&t?.kind===`string`&&oo(e.text)&&oo(t.text)){let r=e.text.charCodeAt(0),i=Math.max(0,t.text.charCodeAt(0)-r+ +!n);return Array.from({length:i},(e,t)=>j(String.fromCharCode(r+t)))}return null}function oo(e){return/^[a-z]$/.test(e)||/^[A-Z]$/.test(e)}function so({first:e,last:t,exclusive:n},r){if(r.kind!==`number`)return r.kind===`unknown`||r.kind===`choice`||r.kind===`string`?null:!1;if(e&&e.kind!==`number`||t&&t.kind!==`number`)return null;let i=e===null||e.number<=r.number,a=t===null||(n?r.number<t.number:r.number<=t.number);return i&&a}function co({first:e,last:t,exclusive:n},r){if(e&&e.kind!==`number`||t&&t.kind!==`number`)return null;let i=e?.number??0,a=t?.number??-1;return i<0&&(i+=r),a<0&&(a+=r),i<0||i>r?null:[i,Math.max(0,Math.min(a+(n&&t?0:1),r)-i)]}const lo=[K(x,fo),K(S,fo),K(v,(e,t)=>po(e,e.parts,t)),K(nt,(e,t)=>{let n=po(e,e.parts,t);return n.kind===`string`?on(n.text,e):O(e)}),K(tt,e=>Number.isSafeInteger(e.value)?{kind:`number`,number:e.value,float:!1,node:e}:O(e)),K(je,e=>({kind:`number`,number:e.value,float:!0,node:e})),K(Vt,e=>A(!0,e)),K(ke,e=>A(!1,e)),K(vt,e=>k(e)),K(kt,e=>({kind:`regexp`,source:e.unescaped,ignoreCase:e.isIgnoreCase(),node:e})),K(Ot,(e,t)=>({kind:`range`,first:e.left&&t.evaluator.evaluate(e.left,t),last:e.right&&t.evaluator.evaluate(e.right,t),exclusive:e.isExcludeEnd(),node:e})),K(ie,ho),K(Be,(e,t)=>go(e,e.elements,t)),K(ot,(e,t)=>go(e,e.elements,t)),K(Ue,(e,t)=>t.evaluator.evaluate(e.value,t)),K(st,(e,t)=>({kind:`lambda`,node:e,scope:t.scope,strict:!0}))];function uo(e,t){return(e instanceof x||e instanceof S)&&D()?fo(e):t.evaluator.evaluate(e,t)}function fo(e){let{validEncoding:t,unescaped:n}=e;if(!t)return O(e);if(e instanceof S)return on(n,e);let r=j(n,e);return e.isFrozen()&&(r.frozen=!0),r}function po(e,t,n){let r=[];for(let e of t){let t=e instanceof De?n.evaluator.evaluate(e.statements,n):n.evaluator.evaluate(e,n);t.kind===`template`?r.push(...t.parts):r.push(Qa(t))}return mo(r,e)}function mo(e,t){let n=[];if(e.reduce((e,t)=>e+(t?.length??0),0)>2e5)return O(t);for(let t of e){let e=n.at(-1);t!==null&&typeof e==`string`?n[n.length-1]=e+t:(t!==null||e!==null||n.length===0)&&n.push(t)}return n.length===0?j(``,t):n.length===1&&n[0]!==null?j(n[0],t):{kind:`template`,parts:n,node:t}}function ho(e,t){let n=[],r=!1;for(let i of e.elements){if(!(i instanceof zt)){n.push({value:uo(i,t),conditional:!1});continue}let e=t.evaluator.evaluate(i.expression,t),a=e.kind===`range`?ao(e):null,o=a?N(a):e;o.kind===`array`?(!Sn(n,o.items)||o.open)&&(r=!0):o.kind!==`nil`&&(r=!0,Sn(n,xn(o)))}return sn(n,e,r)}function go(e,t,n){let r=ln(e),i=0;for(let e of t)e instanceof g?_o(r,e,n):e instanceof oe?(i++,yo(r,e,n)):r.open=!0;return r.pristine=i===0&&!r.open,r}function _o(e,t,n){let r=t.key,i=uo(r,n),a=uo(t.value,n),o=i.kind===`symbol`&&i.text.charCodeAt(0)!==0?{key:i.text,keyValue:i,keyNode:r,value:a,conditional:!1}:vo(i,a,r);o?xo(e,o):bo(e)}function vo(e,t,n=e.node){let r=gn(e);return r===null||!fn(e)?null:{key:r,keyValue:e.kind===`string`?{...e}:e,keyNode:n,value:t,conditional:!1}}function yo(e,t,n){let r=t.value?n.evaluator.evaluate(t.value,n):O();if(r.kind===`hash`){for(let t of r.entries.values())xo(e,t);r.open&&bo(e)}else r.kind!==`nil`&&bo(e)}function bo(e){e.open=!0;for(let[t,n]of e.entries)e.entries.set(t,{...n,value:P([n.value,O()])})}function xo(e,t){let n=e.entries.get(t.key);if(!n){e.entries.set(t.key,t);return}e.shadowed=[...e.shadowed,n];let r=t.conditional?P([n.value,t.value]):t.value;So(e,{...t,value:r,conditional:t.conditional&&n.conditional})}function So(e,t){if(e.indifferent){e.entries.set(t.key,La(t));return}let n=e.entries.get(t.key),r=n&&n.keyValue.kind!==t.keyValue.kind;r&&n.mixed||e.entries.set(t.key,r||n?.mixed?{...t,mixed:!0}:t)}const Co=[2e4,5e3,800,150];function wo(e,t,n=!1){let{source:r,ignoreCase:i}=e;if(r.length>200||i&&!ko(t+r)||Do(e))return null;let{unlimited:a,ways:o}=To(r);if(t.length>(Co[a]??0))return null;let s=o*t.length**(a+1);if(s>1e9||!D(s/2e3))return null;let c=No(r);if(c===null||c.includes(`\\b`)&&!ko(t))return null;try{return new RegExp(c,`${n?`g`:``}m${i?`i`:``}${Oo(e)?`s`:``}u`)}catch{return null}}function To(e){let t=0,n=1;for(let[r,i,a,o]of e.replace(/\\./gs,`x`).matchAll(/[*+]|(?<![(*+?}])\?|\{(?<least>\d*)(?<range>,?)(?<most>\d*)\}/g))/[*+]|,\}/.test(r)?t++:r===`?`?n*=2:a&&(n*=Math.max(1,Number(o)-Number(i)+1));return{unlimited:t,ways:n}}function Eo(e,t){return wo(e,t)?.test(t)??null}function Do({node:e}){return e!==null&&`isExtended`in e&&e.isExtended()}function Oo({node:e}){return e!==null&&`isMultiLine`in e&&e.isMultiLine()}function ko(e){return/^[\x00-\x7f]*$/.test(e)}const Ao=` \\t\\r\\n\\f\\v`,jo=new Map([[`A`,`(?<![\\s\\S])`],[`z`,`(?![\\s\\S])`],[`Z`,`(?=\\n?(?![\\s\\S]))`],[`h`,`[0-9a-fA-F]`],[`s`,`[${Ao}]`],[`S`,`[^${Ao}]`]]),Mo=new Map([[`s`,Ao],[`h`,`0-9a-fA-F`]]);function No(e){let t=``,n=!1;for(let r=0;r<e.length;r++){let i=e[r];if(i===`\\`){let i=e[++r]??``,a=(n?Mo:jo).get(i);if(a)t+=a;else if(/[dwDWbntrfv]/.test(i)&&!(n&&i===`b`))t+=`\\${i}`;else if(/[.*+?()[\]{}|^$/\\]/.test(i))t+=`\\${i}`;else if(i===`-`)t+=n?`\\-`:`-`;else if(/[^A-Za-z0-9]/.test(i))t+=i;else return null}else if(n){if(i===`[`||i===`&`&&e[r+1]===`&`)return null;i===`]`&&(n=!1),t+=/[(){}|/]/.test(i)?`\\${i}`:i}else if(i===`[`)n=!0,t+=i;else if(i===`(`){if(e[r+1]===`?`&&!/^\?(?:[:=!]|<[=!])/.test(e.slice(r+1)))return null;t+=i}else if(i===`)`){if(/[*+{]/.test(e[r+1]??``))return null;t+=i}else if(/[*+?}]/.test(i)){if(/[+]/.test(e[r+1]??``))return null;t+=i}else t+=i}return n?null:t}function Po(e,t){let n=!0,r=e.replace(/\\(.?)/gsu,(e,r)=>r===`\\`?`\\`:/\d/.test(r)?t[Number(r)]??``:(n=!1,``));return n?r:null}function Fo(e,t,n,r){switch(t){case`==`:case`!=`:{let i=Ko(e,n);return i===null?O(r):A(i===(t===`==`),r)}case`<=>`:{let t=Ho(e,n);return t===null?O(r):M(t,r)}case`<`:case`>`:case`<=`:case`>=`:return Vo(e,t,n,r);case`+`:return Io(e,n,r);case`^`:return e.kind===`boolean`&&n.kind===`boolean`?A(e.boolean!==n.boolean,r):O(r);default:return e.kind===`number`&&n.kind===`number`?Wo(e,t,n,r)??O(r):O(r)}}function Io(e,t,n){return e.kind===`array`?Ro(e,t,n):zo(e)?zo(t)||t.kind===`unknown`?mo([...Bo(e),...Bo(t)],n):t.kind===`number`||t.kind===`symbol`||t.kind===`boolean`?mo([...Bo(e),Lo(t)],n):O(n):e.kind===`unknown`&&t.kind===`array`?Ro(N([],n,!0),t,n):e.kind===`unknown`&&zo(t)?mo([null,...Bo(t)],n):e.kind!==`number`||t.kind!==`number`?O(n):Wo(e,`+`,t,n)??O(n)}function Lo(e){return e.kind===`number`?e.float?null:String(e.number):e.kind===`symbol`?e.text:e.kind===`boolean`?String(e.boolean):null}function Ro(e,t,n){let r=sn([...e.items],n,e.open),i=t.kind===`array`&&Sn(r.items,t.items);return t.kind===`choice`&&Sn(r.items,xn(t)),(!i||t.open)&&(r.open=!0),r}function zo(e){return e.kind===`string`||e.kind===`template`}function Bo(e){return e.kind===`string`?[e.text]:e.kind===`template`?e.parts:[null]}function Vo(e,t,n,r){let i=e.kind===`number`||e.kind===`string`?Ho(e,n):null;return i===null?O(r):A((t.startsWith(`<`)?i<0:i>0)||i===0&&t.endsWith(`=`),r)}function Ho(e,t,n=0){if(n>20||!D())return null;if(e.kind===`number`&&t.kind===`number`)return Math.sign(e.number-t.number);if(e.kind===`string`&&t.kind===`string`||e.kind===`symbol`&&t.kind===`symbol`)return Uo(e.text,t.text);let[r,i]=[L(e),L(t)];if(!r||!i)return null;for(let e=0;e<Math.min(r.length,i.length);e++){let t=Ho(r[e],i[e],n+1);if(t!==0)return t}return Math.sign(r.length-i.length)}function Uo(e,t){return e===t?0:/[\ud800-\udfff]/.test(e+t)?null:e<t?-1:1}function Wo(e,t,n,r){let[i,a]=[e.number,n.number],o=e.float||n.float,s=Go(i,t,a,o);return s===null||!Number.isFinite(s)||!o&&!Number.isSafeInteger(s)?null:{kind:`number`,number:s,float:o,node:r}}function Go(e,t,n,r){switch(t){case`+`:return e+n;case`-`:return e-n;case`*`:return e*n;case`/`:return r?e/n:n===0?null:Math.floor(e/n);case`%`:return n===0?null:e-n*Math.floor(e/n);case`**`:return n<0&&!r?null:e**n;default:return null}}function Ko(e,t,n=0){if(Yo(e)||Yo(t)||n>20||!D())return null;let r=dn(e,t);if(r!==null)return r;if(e.kind!==t.kind)return!1;if(e.kind===`array`)return e.enumerates===`set`?null:Jo(L(e),L(t),n);if(e.kind===`class`&&t.kind===`class`)return e.name===t.name;if(e.kind!==`hash`||t.kind!==`hash`||e.open||t.open||[...e.entries.values(),...t.entries.values()].some(e=>e.mixed))return null;if(e.entries.size!==t.entries.size)return!1;let i=Array.from(e.entries,([e,r])=>{let i=t.entries.get(e);return i?r.conditional||i.conditional?null:r.keyValue.kind===i.keyValue.kind&&Ko(r.value,i.value,n+1):!1});return i.includes(!1)?!1:!i.includes(null)||null}function qo(e,t){return e.kind===`number`&&t.kind===`number`&&e.float!==t.float?!1:Ko(e,t)}function Jo(e,t,n){if(!e||!t)return null;if(e.length!==t.length)return!1;let r=e.map((e,r)=>Ko(e,t[r],n+1));return r.includes(!1)?!1:!r.includes(null)||null}function Yo({kind:e}){return e===`unknown`||e===`choice`||e===`template`}function Xo(e,t){switch(e.kind){case`class`:return Qo(t,e.name);case`range`:return so(e,t);case`regexp`:return t.kind===`string`||t.kind===`symbol`?Eo(e,t.text):Yo(t)?null:!1;case`lambda`:return null;default:return Ko(e,t)}}function Zo(e){switch(e.kind){case`string`:case`template`:return`String`;case`symbol`:return`Symbol`;case`number`:return e.float?`Float`:`Integer`;case`boolean`:return e.boolean?`TrueClass`:`FalseClass`;case`nil`:return`NilClass`;case`array`:return e.enumerates===`set`?`Set`:e.enumerates===void 0?`Array`:`Enumerator`;case`hash`:return`Hash`;case`lambda`:return`Proc`;case`range`:return`Range`;case`regexp`:return`Regexp`;default:return null}}function Qo(e,t){if(t===`Object`)return!0;if(e.kind===`choice`){let n=e.options.map(e=>Qo(e,t));return n.every(e=>e===n[0])?n[0]:null}let n=e.kind===`definitions`?`Hash`:Zo(e);return n===null?null:t===n||($o.get(n)?.includes(t)??!1)}const $o=new Map([[`String`,[`Comparable`]],[`Symbol`,[`Comparable`]],[`Integer`,[`Numeric`,`Comparable`]],[`Float`,[`Numeric`,`Comparable`]],[`Array`,[`Enumerable`]],[`Enumerator`,[`Enumerable`]],[`Set`,[`Enumerable`]],[`Hash`,[`Enumerable`]],[`Range`,[`Enumerable`]]]);function es(e,t,n){return t>=0&&e.length*t<1e4?j(e.repeat(t),n):null}const ts=new Map;function ns(e=null,t=!1,n=e?.namespace??``){return{variables:ts,isHeld:!0,parent:e,complete:t,namespace:n,born:nn()}}function rs(e,t){let n=e;for(let e=0;e<t&&n;e++)n=n.parent;return n}function is(e,t,n){let r=rs(e,n);return r?.variables.get(t)??as(r)}function as(e){return e?.complete?k():O()}function os(e,t,n,r){let i=rs(e,n);i&&ss(i,t,r)}function ss(e,t,n){e.isHeld&&=(e.variables=e.variables.size===0?new Map:new Map(e.variables),!1),e.variables.set(t,n)}function cs(e,t){for(let n=e;n;n=n.parent)for(let e of n.variables.values())if(t(e))return!0;return!1}function ls(e){let t=[];for(let n=e;n;n=n.parent)D(n.variables.size>>2),n.isHeld=!0,t.push(n.variables);return t}function us(e,t){let n=0;for(let r=e;r;r=r.parent)fs(r,t[n++]??ts)}function ds(e,t){let n=0;for(let r=e;r;r=r.parent,n++){let e=t.map(e=>e[n]??ts),[i]=e;i&&e.every(e=>e===i)?fs(r,i):ps(r,e)}}function fs(e,t){e.variables=t,e.isHeld=!0}function ps(e,t){let n=new Set(t.flatMap(e=>[...e.keys()]));for(let r of n){let n=t.map(t=>t.get(r)??as(e)),[i]=n;ss(e,r,n.every(e=>e===i)?i:P(n))}}function ms(e,t,n,r=!1){Aa(e);let i=n.evaluator.isTentative(e),a=t.map(e=>({value:e,conditional:i}));r?e.items=[...a,...e.items]:Sn(e.items,a)||(e.open=!0),i&&(e.open=!0)}function hs(e,t,n){if(Aa(e),t.kind!==`array`){e.open=!0,Sn(e.items,xn(t));return}let r=n.evaluator.isTentative(e),i=t.items.map(e=>({...e,conditional:e.conditional||r}));(!Sn(e.items,i)||t.open||r)&&(e.open=!0)}function gs(e,t,n,r){Aa(e);let i=vo(t,n);if(!i){za(e);return}let a=e.entries.get(i.key),o=r.evaluator.isTentative(e);So(e,{...i,keyNode:a?.keyNode??i.keyNode,value:o?P([a?.value??O(),n]):n,conditional:o&&(a?.conditional??!0)})}function _s(e,t,n){Aa(e);let r=gn(t);if(r===null){za(e);return}let i=e.entries.get(r);i&&(n.evaluator.isTentative(e)?e.entries.set(r,{...i,value:P([i.value,O()]),conditional:!0}):e.entries.delete(r))}function vs(e,t,n){Aa(e),e.text=t,e.node=n}function ys(e){let t=e.kind===`unknown`?e.from:e;for(let e of R(t))e.kind===`string`?bs(e):za(e)}function bs(e){Aa(e),e.kind=`unknown`}function xs(e,t){let n=Qt(e);if(!(n instanceof y))return;let r=is(t.scope,n.name,n.depth);ys(r),r.kind!==`array`&&r.kind!==`hash`&&os(t.scope,n.name,n.depth,O(n))}function Ss(e,t){for(let{at:n,level:r}of Ts(e)){D();let e=is(t,n.name,r);za(e),os(t,n.name,r,rn(e,n))}}function Cs(e,t){for(let{at:n,level:r}of Ts(e)){let e=is(t,n.name,r);os(t,n.name,r,P([e,O(n)]))}}const ws=new WeakMap;function Ts(e){let t=ws.get(e);if(t)return t;let n=[];return r(e,0),ws.set(e,n),n;function r(e,t){D(),Es(e)&&e.depth>=t&&n.push({at:e,level:e.depth-t});let i=e instanceof le||e instanceof st?t+1:t;for(let t of T(e))r(t,i)}}function Es(e){return Ds.has(e.constructor)}const Ds=new Set([b,dt,lt,ut,ct]);function Os(e,t,n){let{evaluator:r}=n,i=r.evaluate(e.receiver,n),a={node:e,name:`[]=`,values:[...w(e).map(e=>r.evaluate(e,n)),t],openArguments:!1,block:null,context:n};r.call(i,a)||ks(e.receiver,i,n)}function ks(e,t,n){ys(t),t.kind===`unknown`&&xs(e,n)}function As(e,t){let{evaluator:n}=t,r=n.evaluate(e.receiver,t),i=w(e).map(e=>n.evaluate(e,t)),a={node:e,openArguments:!1,block:null,context:t},o=i.length===1?n.call(r,{...a,name:`[]`,values:i}):null,s=o&&F(o);if(o&&s!==null&&!(e instanceof Ke)&&s===e instanceof qe)return o;let c=o!==null&&(s!==null||e instanceof Ke),l=()=>n.evaluate(e.value,t),u=c?l():n.tentatively(l,O(e)),d=e instanceof Ke&&o?Fo(o,e.binaryOperator,u,e):u;return c&&n.call(r,{...a,name:`[]=`,values:[...i,d]})?d:(ks(e.receiver,r,t),n.surprise(e))}function js(e,t,{block:n,values:r,context:i}){if(!e.block&&!r.some(Ps))return;let{evaluator:a,scope:o}=i,s=[...n?.passed??[],...r].filter(Ps);if(s.length>0||Ua(e.block))for(let e of[t,...r])za(e);e.block instanceof le&&!Ms(e.block,i)&&(a.repeatedly(()=>{Ss(e.block,o),n?.(),n?.exit.value&&Object.assign(n.exit,{value:null,uncertain:!0})}),Ss(e.block,o));for(let e of s)a.repeatedly(()=>{Ss(e.node,e.scope),a.invoke(e,[])}),Ss(e.node,e.scope)}function Ms(e,{evaluator:t,scope:n}){return t.surroundings.globals===null&&Wa(e)&&Ts(e).length===0&&!cs(n,Ns)}function Ns(e){return e.kind===`choice`?e.options.some(Ns):e.kind===`array`?e.items.some(e=>Ps(e.value)):e.kind===`hash`?[...e.entries.values()].some(e=>Ps(e.value)):Ps(e)}function Ps(e){return e.kind===`lambda`}const Fs=[`get`,`post`,`put`,`patch`,`delete`,`options`,`head`,`copy`,`move`],Is=[`get`,`post`,`put`,`patch`,`delete`],Ls=new Set([`payload`,`params`,`headers`,`case_sensitive_headers`,`user`,`password`,`auth_type`,`digest_auth`,`tls_client_cert`,`tls_server_certs`,`request_body`,`format_json`,`format_xml`,`request_format_json`,`request_format_xml`,`request_format_www_form_urlencoded`,`request_format_multipart_form`,`response_format_json`,`response_format_xml`,`response_format_raw`,`after_response`,`after_error_response`,`follow_redirection`,`ignore_redirection`]);function Rs(e){let t=Qt(e);return t instanceof _&&Fs.some(e=>e===t.name)}function zs(e,t){let n=Xt(e),r=new Set(n.map(Bs));return!n.some(e=>e instanceof _&&/^(?:[<>]=?|sleep)$/u.test(e.name)&&!Vs(e.receiver,n,r))&&Xt(t).some(e=>{if(!(e instanceof g)||E(e.key)!==`events`)return!1;let t=Qt(e.value);return t instanceof y&&r.has(t.name)})}function Bs(e){return e instanceof lt?e.name:e instanceof _&&/^(?:concat|push|append|<<|\+)$/u.test(e.name)&&e.receiver instanceof y?e.receiver.name:null}function Vs(e,t,n){if(!(e instanceof _)||!/^(?:size|length|count)$/u.test(e.name))return!1;let r=Qt(e);if(!(r instanceof y)||n.has(r.name))return!1;let i=t.filter(e=>Es(e)&&e.name===r.name);return i.length>0&&i.every(e=>e instanceof b&&Rs(e.value))}const Hs=1e3,Us=/^\$?(?:limit|page_?size|page_?limit|per_?page|batch_?size|max_?results|top|page_?count)$/iu,Ws=/[?&](?<name>limit|page_?size|per_?page|max_?results)=(?<size>\d{1,9})(?!\d)/iu,Gs=z({id:`guidelines/poll-page-size`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Fetches at most 1,000 events in one poll.`,why:`The platform stops a recipe whose trigger returns more than 1,000 events at once.`,remedy:"Fetch smaller pages, and set `can_poll_more` while there are more.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/trigger-limit.html`,`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{large:(e,t)=>`A poll may return 1,000 events, but \`${e}\` is ${t}.`,loop:()=>`The request in a loop may bring more than the 1,000 events that one poll may return.`},examples:{bad:[{name:`pages of 5000`,source:U`
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
        `},{name:`all pages in one poll`,source:U`
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
        `},{name:`pages of 2000 in the query of an address`,source:U`
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
        `},{name:`pages until there are no more`,source:U`
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
        `}],good:[{name:`pages of 100`,source:U`
          { triggers: { new_lead: { poll: lambda { |_c, _i, closure| { events: get('/leads', limit: 100, after: closure) } } } } }
        `},{name:`loops for something else, and with a bound`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  report = post('/reports', after: closure)
                  report = get("/reports/#{report['id']}") while report['state'] != 'done'
                  { events: report['rows'] }
                end
              },
              new_deal: {
                poll: lambda do |_connection, _input, closure|
                  deals = []
                  until deals.size >= 500
                    page = get('/deals', after: closure, limit: 100)
                    deals.concat(page['rows'])
                    closure = page['next']
                    break if closure.blank?
                  end
                  { events: deals, next_poll: closure }
                end
              }
            }
          }
        `},{name:`a large page that is cut, and one of users beside the events`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  leads = get('/leads', limit: 5000, after: closure)['rows']
                  { events: leads.first(100), next_poll: leads.first(100).last['id'], can_poll_more: leads.size > 100 }
                end
              },
              new_deal: {
                poll: lambda do |_connection, _input, closure|
                  users = get('/users?limit=2000')['rows']
                  { events: get('/deals', after: closure).map { |deal| deal.merge(users: users) } }
                end
              }
            }
          }
        `},{name:`a large page in an action`,source:U`{ actions: { find: { execute: lambda { |_c, _i| get('/leads', limit: 5000) } } } }`}]},create:e=>{let t=[],n=[],r=({node:e,lambda:t})=>{t?.key===`poll`&&n.push({node:e,lambda:t})},i=new Map,a=new Set,o=(t,{path:n,value:r},i)=>{a.has(t)||(a.add(t),zs(t,r.node)&&e.report(`loop`,{span:i,path:n},[]))};return{node:[B(Gt,r),B(Ut,r),B(tt,({node:e,lambda:n,parent:r})=>{if(n?.key!==`poll`||e.value<=Hs)return;let i=Js(r,e);if(i===null||!Us.test(i))return;let a=r instanceof b;t.push({node:e,lambda:n,name:i,size:e.value,isVariable:a})})],lambda(e){for(let n of e.key===`poll`?Zt(e.value.node):[]){if(!(n instanceof x)||/\s/u.test(n.unescaped))continue;let r=Ws.exec(n.unescaped)?.groups,i=Number(r?.size??0);i>Hs&&t.push({node:n,lambda:e,name:r?.name??``,size:i,isVariable:!1})}},request({fact:e,lambda:t,span:r}){if(t?.key!==`poll`)return;i.set(t.path,(i.get(t.path)??0)+1);for(let n=e.blocks;n;n=n.outer)if(n.call.receiver===null&&n.call.name===`loop`){o(n.call,t,r);return}let a=n.find(e=>e.lambda===t&&zi(r,C(e.node)));a&&o(a.node,t,r)},end(){let n=new Map;for(let{node:r,lambda:a,name:o,size:s,isVariable:c}of t){let t=n.get(a)??Xt(a.value.node).filter(e=>Ks(e)||qs(e));n.set(a,t),(i.get(a.path)??0)>1||t.some(Ks)||c&&t.filter(e=>qs(e)&&e.name===o).length>1||e.report(`large`,{span:C(r),path:a.path},[o,s.toLocaleString(`en`)])}}}}});function Ks(e){return e instanceof _?/^(?:take|slice|each_slice|in_groups_of|limit)$/u.test(e.name)?!0:e.name===`first`?w(e).length>0:e.name===`[]`&&w(e)[0]instanceof Ot:!1}function qs(e){return e instanceof b&&Us.test(e.name)}function Js(e,t){return e instanceof b?e.name:e instanceof g&&e.value===t?E(e.key):null}function Ys(){let e=[],t=[],n=new Set,r=ci(e),i=ci(t);return{listeners:[B(se,({node:{rescueClause:r,statements:i}})=>{if(i&&r){t.push(C(i)),Xs(r)&&e.push(C(i));for(let e=r;e;e=e.subsequent)for(let t of e.exceptions)Zs(t)&&n.add(Qs(t))}}),B(Mt,({node:n})=>{t.push(C(n.expression)),e.push(C(n.expression))})],isRescued:e=>r(C(e)),isAwaited:(e,t)=>i(C(e))||n.has(t)}}function Xs(e){for(let t=e;t;t=t.subsequent)if(t.exceptions.length===0||!t.exceptions.every(Zs))return!0;return!1}function Zs(e){let t=Qs(e);return t!==null&&!/^(?:Standard|Runtime)Error$|^Exception$/u.test(t)}function Qs(e){return e instanceof xe||e instanceof be?e.name:null}const $s=/^(?:dedup|selected|webhook_notification|webhook_keys|base_uri|client_id|client_secret|authorization_url|token_url|convert_(?:in|out)put|render_input|parse_output)$/u,ec=z({id:`guidelines/raise-error`,severity:`notice`,confidence:`medium`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Fails with `error`, not with `raise`.",why:"`error` is the SDK's own way to fail a job with a message for its user, and the one that the documentation describes.",remedy:"Write `error('What went wrong, and what to do')`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html`]},messages:{raise:()=>`A message for users is raised as an exception of Ruby.`},examples:{bad:[{name:`a check of an input`,source:U`
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
        `,fixed:U`
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
        `},{name:`an exception of another kind than the one that is rescued`,source:U`
          {
            methods: {
              read: lambda do |text|
                raise 'The answer is empty.' if text.blank?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ raise
                parse_json(text)
              rescue JSON::ParserError
                {}
              end
            }
          }
        `},{name:`an exception with a class, in a method`,source:U`
          {
            "methods" => {
              "check" => ->(response) { raise(StandardError, "Failed: #{response['message']}") unless response['ok'] }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ raise
            }
          }
        `}],good:[{name:`an error of the SDK`,source:U`{ methods: { check: lambda { |input| error('Enter an ID.') if input.blank? } } }`},{name:"an exception where there is no `error`",source:U`
          {
            triggers: {
              new_lead: { dedup: lambda { |lead| lead['id'] || raise('The lead has no ID.') } }
            }
          }
        `},{name:`an exception that the lambda rescues`,source:U`
          {
            methods: {
              first: lambda do |rows|
                raise 'No rows' if rows.blank?
                rows.first
              rescue StandardError
                {}
              end
            }
          }
        `},{name:`an exception whose class the lambda rescues`,source:U`
          {
            methods: {
              first: lambda do |rows|
                raise ArgumentError, 'No rows' if rows.blank?
                rows.first
              rescue ArgumentError
                {}
              end
            }
          }
        `},{name:`an exception whose class the caller of a method rescues`,source:U`
          {
            methods: {
              check: lambda { |rows| raise ArgumentError, 'No rows' if rows.blank? },
              first: lambda do |rows|
                call('check', rows)
                rows.first
              rescue ArgumentError
                {}
              end
            }
          }
        `},{name:`an exception that is passed on`,source:U`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError => e
              raise e
            end
          }
        `}]},create:e=>{let t=[],n=e.shared(Ys);return{bareCall:{raise:e=>void t.push(e)},node:n.listeners,end(){for(let e of t)r(e)}};function r({node:t,lambda:r}){let[i,a,o]=w(t);if(!r||o||!i||$s.test(r.key))return;let s=e=>e instanceof x||e instanceof v,c=i instanceof xe||i instanceof be;if((!s(i)||a)&&!(c&&s(a))||(c?n.isAwaited(t,i.name??``):n.isRescued(t)))return;let l=e.source.slice(C(i)),u=s(i)&&!l.startsWith(`<<`),d={title:"Call `error`",edits:[{span:C(t),text:`error(${l})`}]};e.report(`raise`,{span:C(t),path:r.path},[],u?{fix:d}:{})}}}),tc=z({id:`guidelines/refresh-signals`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Says which responses mean that credentials have expired.`,why:"Without `refresh_on` or `detect_on`, every request that fails for any reason makes a new login.",remedy:"Add `refresh_on` with the status codes or texts of an expired login, such as `refresh_on: [401]`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{none:()=>"Custom authorization has `acquire`, but neither `refresh_on` nor `detect_on`.",noAcquire:e=>`\`${e}\` does nothing here, since custom authorization without \`acquire\` has no login to repeat.`,empty:()=>"The list `refresh_on` is empty, which is the same as none."},examples:{bad:[{name:`a login without a sign that it is over`,source:U`
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
        `},{name:`an empty list`,source:U`
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
        `},{name:`no list at all`,source:U`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: ->(connection) { { token: post('/login', key: connection['key'])['token'] } },
                ^^^^^^^^ none
                refresh_on: nil,
                apply: ->(connection) { headers(token: connection['token']) }
              }
            }
          }
        `},{name:`signals without a login`,source:U`
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
        `}],good:[{name:`a status code`,source:U`
          { connection: { authorization: { type: 'custom_auth', acquire: lambda { |c| { token: 1 } }, refresh_on: [401] } } }
        `},{name:`a token that is made without the application`,source:U`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: lambda { |connection| { token: call('sign', connection['key']) } },
                apply: lambda { |connection| headers(token: connection['token']) }
              }
            },
            methods: { sign: lambda { |key| workato.jwt_encode({ iss: 'acme' }, key, 'RS256') } }
          }
        `},{name:`keys without a value`,source:U`
          {
            connection: {
              authorization: {
                type: 'custom_auth', acquire: nil, refresh_on: nil, apply: lambda { |c| headers(token: c['token']) }
              }
            }
          }
        `},{name:`a static token`,source:U`{ connection: { authorization: { type: 'custom_auth', apply: lambda { |c| c } } } }`}]},create:e=>{let t=t=>{if(!t.closed||t.type!==`custom_auth`)return;let r=t.get(`acquire`),i=t.get(`refresh_on`),a=L(i?.value)?.length===0;r===void 0||r.value.kind===`nil`?i&&i.value.kind!==`nil`&&!a&&e.report(`noAcquire`,i,[`refresh_on`]):!t.has(`detect_on`)&&n(t.lambda(`acquire`))&&(!i||i.value.kind===`nil`?e.report(`none`,r,[]):a&&e.report(`empty`,i,[]))};return{end(){let{connection:n}=e.connector;for(let e of[n.authorization,...n.options])e&&t(e)}};function n(t){if(!t)return!0;let{requests:n,methodCalls:r}=e.connector,{node:i}=t.value,a=On(e.connector);if(!(n.some(({lambda:e})=>e?.value.node===i)||r.some(({lambda:e,name:t})=>e?.value.node===i&&a.has(I(t)??``))))return!1;let o=t.result();return o.kind!==`nil`&&!(o.kind===`hash`&&o.entries.size===0&&!o.open)}}}),nc=new Set(`each.map.flat_map.collect.select.filter.reject.filter_map.each_with_object.each_with_index.reduce.inject.find_all.sort_by.group_by.uniq.collect_concat.map!.collect!.select!.reject!.each_entry.each_value.each_pair.to_h.index_with.sum`.split(`.`)),rc=z({id:`guidelines/requests-in-poll-loop`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Sends no request for each record of a poll.`,why:`Hundreds of requests in one poll run into the platform's timeout and the API's rate limit.`,remedy:`Ask the API for whole records in the list, or leave their details to an action of the recipe.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{request:(e,t)=>`The \`${e}\` in the block of \`${t}\` is a request for each record of the poll.`,method:(e,t)=>`The method \`${e}\` sends a request for each record that \`${t}\` goes through.`},examples:{bad:[{name:`a request for each row`,source:U`
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
        `},{name:`a method that sends a request for each row`,source:U`
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
        `},{name:`a method of the poll with a request for each row`,source:U`
          {
            triggers: { new_lead: { poll: lambda { |_c, _i, at| { events: call('leads', at), next_poll: now } } } },
            methods: {
              leads: lambda do |at|
                rows = get('/leads', after: at)['leads']
                rows.map { |row| get("/leads/#{row['id']}") }
                                 ^^^ request
              end
            }
          }
        `},{name:`a request for each row, in place`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  rows = get('/leads', after: closure)
                  rows['leads']&.map! { |row| get("/leads/#{row['id']}") }
                                              ^^^ request
                  { events: rows['leads'], next_poll: now }
                end
              }
            }
          }
        `}],good:[{name:`a request for each thing that the user chose, and for each owner once`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                  kinds = %w[open won]
                  owners = {}
                  rows = input['lists'].split(',').flat_map { |list| get("/lists/#{list}", after: closure) }
                  rows.each { |row| row['owner'] = (owners[row['owner_id']] ||= get("/owners/#{row['owner_id']}")) }
                  { events: rows + kinds.flat_map { |kind| get("/#{kind}") } }
                end
              }
            }
          }
        `},{name:`a request for each page, each group of records, and each owner once`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  found = get('/leads', after: closure)
                  pages = (2..found['pages']).to_a.flat_map { |page| get('/leads', page: page)['ids'] }
                  more = 2.upto(found['pages']).flat_map { |page| get('/leads', page: page)['ids'] }
                  leads = (pages + more).each_slice(50).to_a.flat_map { |ids| get('/leads/some', ids: ids)['leads'] }
                  owners = leads.pluck('owner_id').uniq.map { |id| [id, get("/owners/#{id}")] }.to_h
                  { events: leads.map { |lead| lead.merge('owner' => owners[lead['owner_id']]) }, next_poll: now }
                end
              }
            }
          }
        `},{name:`a request for each owner that is not there yet`,source:U`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  rows = get('/leads', after: closure)
                  owners = {}
                  rows.each do |row|
                    id = row['owner_id']
                    owners[id] = get("/owners/#{id}")['owner'] unless owners.key?(id)
                    row['owner'] = owners[id]
                  end
                  { events: rows, next_poll: now }
                end
              }
            }
          }
        `},{name:`a request for a hundred records at once`,source:U`
          { triggers: { new: { poll: lambda { |_c, _i, ids| { events: ids.each_slice(100).map { |some| get('/a', ids: some) } } } } } }
        `}]},create:e=>{let t=[],n=[],r=new Set,i=new Map,a=(e,t,n)=>{if(!e||!ac(e))return;let r=i.get(e)??new Map;i.set(e,r);for(let e of n)W(r,t,e)},o=({node:e,lambda:t})=>a(t,e.name,[e.value]);return{node:[B(b,o),B(ut,o),B(lt,o),V([`key?`,`has_key?`],({blocks:e})=>void r.add(e)),V([`<<`,`concat`,`push`],({node:e,lambda:t,blocks:n})=>{if(!(e.receiver instanceof y))return;let r=[...w(e)];for(let e=n;e;e=e.outer)e.call.receiver&&r.push(e.call.receiver);a(t,e.receiver.name,r)})],request(e){ac(e.lambda)&&t.push(e)},methodCall(e){ac(e.lambda)&&n.push(e)},end(){let r=kn(oc,e.connector),i=e=>oc(e)||e!==null&&r.has(e.ownerName);if(r.size===0&&!t.some(({lambda:e})=>oc(e)))return;let a=On(e.connector),o=new Set;for(let{node:e}of t)o.add(e);for(let{node:e,name:t}of n)a.has(I(t)??``)&&o.add(e);for(let{fact:n,verb:r,span:a,lambda:c}of t){if(!i(c))continue;let t=s(n,o);t&&e.report(`request`,{span:ic(a,r),path:c?.path??null},[r,t])}for(let{fact:t,name:r,span:c,lambda:l}of n){if(!i(l))continue;let n=s(t,o),u=I(r);n&&u!==null&&a.has(u)&&e.report(`method`,{span:ic(c,`call`),path:l?.path??null},[u,n])}}};function s(e,t){if(e.chainParent instanceof qe||r.has(e.blocks))return null;for(let n=e.blocks;n;n=n.outer){let{name:r,receiver:a}=n.call;if(a&&nc.has(r)&&!sc(a)&&uc(a,t,(e.lambda?i.get(e.lambda):void 0)??new Map))return r}return null}}});function ic(e,t){return{start:e.start,end:e.start+t.length}}function ac(e){return oc(e)||e?.owner===`method`}function oc(e){return e?.owner===`trigger`&&e.key===`poll`}function sc(e){return e instanceof wt||e instanceof ie||e instanceof Ot?!0:!(e instanceof _)||!e.receiver?!1:e.name===`[]`&&w(e)[0]instanceof Ot||cc.test(e.name)?!0:(e.block!==null||lc.test(e.name))&&sc(e.receiver)}const cc=/^(?:each_slice|in_groups_of|times|upto|step|first|last|take|uniq)$/u,lc=/^(?:to_a|with_index|compact|lazy)$/u;function uc(e,t,n,r=new Set){return t.has(e)?!0:e instanceof y?!r.has(e.name)&&(r.add(e.name),n.get(e.name)?.some(e=>uc(e,t,n,r))??!1):T(e).some(e=>uc(e,t,n,r))}const dc=z({id:`guidelines/retry-settings`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Sets retries so that they take effect.`,why:"Without `retry_on_response` nothing is retried, and more than three retries are cut to three.",remedy:"Name the status codes in `retry_on_response`, and keep `max_retries` at 3 or less.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html`]},messages:{noResponse:e=>`The setting \`${e}\` does nothing without \`retry_on_response\`.`,tooMany:e=>`The platform retries at most 3 times, not ${e}.`,notANumber:()=>"The setting `max_retries` is not a whole number.",repeats:e=>`A retry of the action repeats its first writing request, and it has ${e} of them.`,verb:e=>`There is no verb \`${e}\` to retry on.`},examples:{bad:[{name:`retries on no response`,source:U`
          { actions: { find: { max_retries: 2, execute: lambda { get('/a') } } } }
                               ^^^^^^^^^^^^ noResponse
        `},{name:`ten retries`,source:U`
          { actions: { find: { retry_on_response: [500], max_retries: 10, execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^ tooMany
        `},{name:`a verb that is none`,source:U`
          { actions: { find: { retry_on_response: [500], retry_on_request: ['FETCH'], execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^^^^^^ verb
        `},{name:`a number in words`,source:U`
          { actions: { find: { retry_on_response: [500], 'max_retries' => '3', execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^^ notANumber
        `},{name:`no responses, one verb as a text, and a record that is made again when its update fails`,source:U`
          {
            actions: {
              find: { retry_on_response: [], max_retries: 3, execute: lambda { get('/a') } },
                                             ^^^^^^^^^^^^ noResponse
              list: { retry_on_response: [500], retry_on_request: 'FETCH', execute: lambda { get('/a') } },
                                                ^^^^^^^^^^^^^^^^^ verb
              create_order: {
                retry_on_response: [500],
                retry_on_request: %w[POST PUT],
                ^^^^^^^^^^^^^^^^^ repeats
                max_retries: 2,
                execute: lambda do |_connection, input|
                  error('Enter a line.') if input['lines'].blank?
                  id = post('/orders', input.except('lines'))['id']
                  put("/orders/#{id}/lines", input['lines'])
                end
              }
            }
          }
        `},{name:`two records that are made again`,source:U`
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
        `}],good:[{name:`posts that read, and one of two`,source:U`
          {
            actions: {
              find: {
                retry_on_response: [500],
                retry_on_request: ['POST'],
                execute: lambda do |_connection, input|
                  found = post('/contacts/search', input)['ids']
                  post('/contacts/batch/read', ids: found)
                end
              },
              pay: {
                retry_on_response: [500],
                retry_on_request: ['POST'],
                execute: lambda do |_connection, input|
                  order = post('/orders', input['order']).headers('Idempotency-Key': input['key'])
                  post('/payments', order: order['id']).headers('Idempotency-Key': input['key'])
                end
              },
              save: {
                retry_on_response: [500],
                retry_on_request: ['POST'],
                execute: lambda do |_connection, input|
                  input['id'].present? && post('/contacts/update', input) || post('/contacts', input)
                end
              }
            }
          }
        `},{name:`three retries of a read`,source:U`
          { actions: { find: { retry_on_response: [500], retry_on_request: ['GET'], max_retries: 3, execute: lambda { get('/a') } } } }
        `}]},create:e=>{let t=new Map;return{request(e){let{lambda:n,verb:r,fact:i,url:a}=e;!mc.has(r)||!n||i.blocks||r===`post`&&pc(a)||W(t,n.path,e)},end(){for(let t of e.connector.actions.entries)n(t)}};function n(n){for(let t of[`max_retries`,`retry_on_request`]){let r=n.get(t),i=n.has(`retry_on_response`),a=L(n.get(`retry_on_response`)?.value)?.length===0;if(r&&n.closed&&(!i||a)){e.report(`noResponse`,r,[t]);return}}let i=n.get(`max_retries`);i?.value.kind===`number`&&!i.value.float?i.value.number>3&&e.report(`tooMany`,i,[i.value.number]):i&&/^(?:number|string|boolean|array)$/u.test(i.value.kind)&&e.report(`notANumber`,i,[]);let a=n.get(`retry_on_request`),o=(L(a?.value)??(a?[a.value]:[])).map(e=>I(e)?.toLowerCase()??null);for(let t of o)t!==null&&a&&!/^(?:get|head|post|put|patch|delete|options)$/u.test(t)&&e.report(`verb`,a,[t.toUpperCase()]);let s=n.lambda(`execute`),c=s?t.get(s.path)??[]:[],l=c[0]?.verb===`post`&&c.slice(1).some(({verb:e})=>o.includes(e));a&&l&&s&&hc(s,c)&&!r(s)&&e.report(`repeats`,a,[c.length])}function r(t){return/idempoten/iu.test(e.source.slice(t.span))}}}),fc=[He,Ht,_e,ne,Ct,se,Mt];function pc(e){let t=(e.kind===`string`?[e.text]:e.kind===`template`?e.parts:[]).join(``);return t===``||/search|query|graphql|find|list|read|get|filter|export|report|token|auth|login|session|upsert/iu.test(t)}const mc=new Set([`post`,`put`,`patch`,`delete`]);function hc(e,t){let n=qt(e.value.node)?.body,r=e=>t.some(t=>zi(C(t.node),C(e)));return n instanceof Bt&&n.body.every(e=>!r(e)||!gc(e,0))}function gc(e,t){return t>30||fc.some(t=>e instanceof t)?!0:T(e).some(e=>gc(e,t+1))}const _c=new Set([`to_time`,`to_date`,`to_datetime`,`iso8601`,`in_time_zone`,`strftime`,`utc`]),vc=z({id:`guidelines/since-fallback`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Starts the first poll somewhere even when the user leaves the start blank.`,why:`There is no closure at the first poll, and a conversion of a blank field fails.`,remedy:"End the expression with a time, such as `|| 1.hour.ago`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/advanced-connector-guide/connector-building-building-triggers.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`]},messages:{blank:(e,t)=>`The call of \`${e}\` fails at the first poll when \`${t}\` is left blank.`},examples:{bad:[{name:`no fallback`,source:U`
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
        `,fixed:U`
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
        `},{name:`a variable, and a closure with an entry`,source:U`
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
        `},{name:`a field that is converted by itself`,source:U`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', type: 'date_time', optional: true }] },
                poll: lambda do |_connection, input, closure|
                  since = closure.presence || input['since'].to_time.utc.iso8601
                                              ^^^^^^^^^^^^^^ blank
                  { events: get('/leads', since: since), next_poll: now }
                end
              }
            }
          }
        `}],good:[{name:`a variable that is looked at first`,source:U`
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
        `},{name:`a fallback`,source:U`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', optional: true }] },
                poll: lambda { |_c, input, closure| { events: get('/a', at: (closure || input['since'] || 1.hour.ago).to_time) } }
              }
            }
          }
        `},{name:`a required field`,source:U`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', optional: false }] },
                poll: lambda { |_c, input, closure| { events: get('/a', at: (closure || input['since']).to_time) } }
              }
            }
          }
        `}]},create:e=>{let t=[],n=new Map,r=new Map,i=new Set,a=yc((e,t)=>i.add(t.path)),o=yc((e,t)=>{n.set(`${t.path}:${e.name}`,null),Cc(e.name,t)&&i.add(t.path)});return{node:[B(b,yc((e,t)=>{Cc(e.name,t)&&i.add(t.path);let r=`${t.path}:${e.name}`;n.set(r,n.has(r)?null:e.value)})),B(Nt,a),B(Mt,a),B(qe,a),V([`[]=`],yc(({receiver:e},t)=>{e instanceof y&&Cc(e.name,t)&&i.add(t.path)})),V([`call`],yc((e,t)=>{let n=wc(t,1)??``;w(e).some(e=>en(e,n))&&i.add(t.path)})),B(Ct,yc((e,n)=>{let r=xc(e.left,n)?bc(e.right):null;r&&_c.has(r.name)&&t.push({conversion:r,lambda:n,or:e})})),B(ut,o),B(ct,o),B(y,yc((e,t,r)=>{let a=r instanceof He||r instanceof Ht||r instanceof Ct||r instanceof ne||r instanceof _&&/\?$|^(?:presence|try|!)$/u.test(r.name);a&&n.set(`${t.path}:${e.name}`,null);let o=r instanceof Ct||r instanceof _&&r.name===`presence`;a&&!o&&Cc(e.name,t)&&i.add(t.path)})),V([..._c,`[]`,`dig`],yc((e,n)=>{if(n.owner!==`trigger`)return;let i=Dc(e,wc(n,1));i!==null&&r.set(`${n.path}:${i}`,(r.get(`${n.path}:${i}`)??0)+1),_c.has(e.name)&&!e.isSafeNavigation()&&e.receiver&&t.push({conversion:e,lambda:n,or:null})}))],end(){for(let{conversion:e,lambda:n,or:r}of t)s(e,n,r)}};function s(t,n,a){let o=e.connector.triggers.get(n.ownerName);if(!o||i.has(n.path))return;let s=a?t.receiver:c(t.receiver,n),l=s&&Dc(Sc(s),wc(n,1));if(!s||!l||!Oc(o,l)||(r.get(`${n.path}:${l}`)??0)>1)return;let{end:u}=C(s),d=a?[]:[{span:{start:u,end:u},text:` || 1.hour.ago`}];e.report(`blank`,{span:C(s),path:n.path},[t.name,l],d.length>0?{fix:{title:`Start an hour ago`,edits:d}}:{})}function c(e,t){let r=Sc(Tc(e)),i=r instanceof y&&!Ec(r,t)?n.get(`${t.path}:${r.name}`):r,a=i&&Sc(Tc(i));return a instanceof Ct&&xc(a.left,t)?a.right:null}}});function yc(e){return({node:t,lambda:n,parent:r})=>{n?.key===`poll`&&e(t,n,r)}}function bc(e){return!(e instanceof _)||e.isSafeNavigation()||!(e.receiver instanceof _)?null:/^(?:\[\]|dig)$/u.test(e.receiver.name)?e:bc(e.receiver)}function xc(e,t){let n=Sc(Tc(e));return n instanceof Ct?xc(n.left,t)&&xc(n.right,t):Ec(n,t)}function Sc(e){return e instanceof _&&e.name===`presence`&&e.receiver?e.receiver:e}function Cc(e,t){return e===wc(t,1)||e===wc(t,2)}function wc(e,t){return e.parameters.required[t]??null}function Tc(e){if(!(e instanceof wt)||!(e.body instanceof Bt))return e;let[t,n]=e.body.body;return t&&!n?t:e}function Ec(e,t){let n=wc(t,2);return n===null?!1:e instanceof y&&e.name===n||Dc(e,n)!==null}function Dc(e,t){if(!(e instanceof _)||!/^(?:\[\]|dig)$/u.test(e.name))return null;let n=e.receiver&&Tc(e.receiver),r=n instanceof Ct&&n.right instanceof Be?n.left:n;if(!(r instanceof y)||r.name!==t)return null;let[i,a]=w(e);return a?null:E(i)}function Oc(e,t){let n=e.inputFields.fields.filter(e=>e.name===t);return n.length>0&&n.every(e=>(e.flag(`optional`)===!0||e.closed&&!e.has(`optional`))&&e.closed&&!e.has(`default`)&&!e.has(`convert_input`))}const kc=z({id:`guidelines/sleep`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Waits by the platform's means, never with `sleep`.",why:`A sleeping job holds a worker and counts against the 180 seconds that an action has.`,remedy:"Use `reinvoke_after` in a multistep action to wait for a result, and leave rate limits to the recipe.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/multistep-actions.html`,`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{sleep:()=>"`sleep` holds the job while it waits.",tooLong:(e,t)=>`\`sleep\` waits ${e} seconds, where the platform stops the lambda after ${t}.`},examples:{bad:[{name:`a wait between two requests`,source:U`
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
        `},{name:`waits that are never over`,source:U`
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
        `},{name:`a wait by Ruby's own kernel`,source:U`
          { actions: { export: { execute: lambda { |_connection, _input| ::Kernel.sleep(5) } } } }
                                                                         ^^^^^^^^^^^^^^^^^ sleep
        `}],good:[{name:`a multistep action`,source:U`
          { actions: { export: { execute: lambda { |_c, _i, _s, _o, _continue| reinvoke_after(seconds: 60, continue: {}) } } } }
        `}]},create:e=>{let t=({node:t,lambda:n})=>{let r={span:C(t),path:n?.path??null},[i]=w(t),a=n?Ac(n):null;i instanceof tt&&a!==null&&i.value>=a?e.report(`tooLong`,r,[i.value,a],{severity:`error`}):e.report(`sleep`,r,[])};return{bareCall:{sleep:t},node:[V([`sleep`],e=>{let{receiver:n}=e.node;($t(n)===`Kernel`||n instanceof Lt)&&t(e)})]}}});function Ac({owner:e,key:t}){return e===`action`&&t===`execute`?180:e===`authorization`&&(t===`acquire`||t===`refresh`)?30:null}const jc=z({id:`guidelines/snake-case-names`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes names in snake_case.`,why:`Names in one style are easier to find, and the name of an operation is its title where there is no other.`,remedy:`Rename methods, pick lists and variables with all their uses; leave the names of released actions and triggers, which recipes hold on to.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{entry:(e,t)=>`The name of the ${e} \`${t}\` is not in snake_case.`,variable:e=>`The variable \`${e}\` is not in snake_case.`},examples:{bad:[{name:`an action in camel case`,source:U`
          { actions: { createLead: { execute: lambda { |_c, input| post('/leads', input) } } } }
                       ^^^^^^^^^^^ entry
        `},{name:`variables that are set in other ways`,source:U`
          {
            methods: {
              split: lambda do |name|
                firstName, lastName = name.split(' ')
                ^^^^^^^^^ variable
                           ^^^^^^^^ variable
                { first: firstName, last: lastName }
              rescue StandardError => apiError
                                      ^^^^^^^^ variable
                error(apiError.message)
              end
            }
          }
        `},{name:`a variable in camel case that is written twice`,source:U`
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
        `}],good:[{name:`names in snake_case`,source:U`{ methods: { to_v2_id: lambda { |raw_id| next_id = raw_id; next_id } } }`},{name:`the API's own names of custom objects`,source:U`{ pick_lists: { invoice__c: lambda { |_connection| [] }, Account__c: lambda { |_connection| [] } } }`}]},create:e=>{let t=new Map,n=({node:e,lambda:n},r)=>{Mc(e.name)||t.has(e.name)||t.set(e.name,{span:r??C(e),path:n?.path??null})},r=(t,n=`warning`)=>r=>{Mc(r.name)||e.report(`entry`,r,[t,r.name],{severity:n})};return{action:r(`action`),trigger:r(`trigger`),method:r(`method`),pickList:r(`pick list`),objectDefinition:r(`object definition`,`notice`),node:[B(b,e=>n(e,e.node.nameLoc)),B(ut,e=>n(e,e.node.nameLoc)),B(dt,e=>n(e)),B(jt,e=>n(e)),B(St,e=>n(e,e.node.nameLoc)),B(At,e=>n(e,e.node.nameLoc)),B(xt,e=>n(e,e.node.nameLoc))],end(){for(let[n,r]of t)e.report(`variable`,r,[n])}}}});function Mc(e){return!/[A-Z\s-]/u.test(e)||/^\w+__c$/u.test(e)}const Nc=z({id:`guidelines/string-concatenation`,severity:`notice`,confidence:`low`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Puts texts together by interpolation.`,why:`Adding nothing to a text fails, where an interpolation leaves it out.`,remedy:'Write `"text #{value}"`.',sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{added:e=>`A text is put together with \`+\`, ${e} in this lambda.`},examples:{bad:[{name:`a path and an identifier`,source:U`
          { methods: { path: lambda { |id| '/leads/' + id } } }
                                           ^^^^^^^^^^^^^^ added
        `,fixed:U`
          { methods: { path: lambda { |id| "/leads/#{id}" } } }
        `},{name:`several parts, with quotes in them`,source:U`
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
        `,fixed:U`
          {
            'triggers' => {
              'new_lead' => {
                'dedup' => ->(lead) do
                  "\"#{lead['id'].to_s}@#{lead['state']}:#{lead['updated_at']}"
                end
              }
            }
          }
        `}],good:[{name:`an interpolation`,source:U`{ methods: { path: lambda { |id| "/leads/#{id}" } } }`},{name:`two literals`,source:U`{ methods: { text: lambda { 'one ' + 'two' } } }`}]},create:e=>{let t=new Map;return{node:[V([`+`],({node:e,lambda:n,parent:r})=>{if(!n||!Pc(e))return;let i=t.get(n.path)??{first:null,last:null,path:n.path,count:0,wholes:[]};t.set(n.path,i),Pc(r)||i.wholes.push(e);let[a]=w(e);if(!e.receiver||!a||Fc(e.receiver)===Fc(a))return;let o=i.wholes.at(-1);i.last!==o&&(i.last=o??null,i.count++,i.first??=e)})],end(){for(let{first:n,path:r,count:i,wholes:a}of t.values()){if(!n)continue;let t=Ic(a,e.source),o={title:`Interpolate`,edits:t},s=i===1?`once`:`${i} times`;e.report(`added`,{span:C(n),path:r},[s],t.length>0?{fix:o}:{})}}}}});function Pc(e){return e instanceof _&&e.name===`+`&&e.receiver!==null&&w(e).length===1}function Fc(e){return e instanceof x||e instanceof v}function Ic(e,t){let n=[],r=-1;for(let i of e){let e=Lc(i);if(!e.some(Fc))continue;let a=C(i),o=e.map(e=>Rc(e,t));if(a.start<r||o.includes(null))return[];r=a.end,n.push({span:a,text:`"${o.join(``)}"`})}return n}function Lc(e){return Pc(e)?[...Lc(e.receiver),...w(e).flatMap(Lc)]:[e]}function Rc(e,t){let n=t.slice(C(e));return n.includes(`
`)||/^["']https?:/iu.test(n)?null:e instanceof x||e instanceof v?/^"[^]*"$/u.test(n)&&!/"\s*"/u.test(n.slice(1,-1).replaceAll(`\\"`,``))?n.slice(1,-1):!(e instanceof x)||!/^'[^\\]*'$/u.test(n)?null:n.slice(1,-1).replace(/"/gu,`\\"`).replace(/#(?=[{$@])/gu,`\\#`):`#{${n}}`}const zc={hour:1/24,hours:1/24,day:1,days:1,week:7,weeks:7,month:30,months:30,year:365,years:365},Bc=z({id:`guidelines/suspend-limits`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Waits at most 60 days for an action to be resumed.`,why:`The platform refuses to suspend a job for longer.`,remedy:"Set `expires_at` to a time within the next 60 days.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/wait-for-resume-actions.html`]},messages:{long:()=>`A job can be suspended for at most 60 days.`},examples:{bad:[{name:`ninety days`,source:U`
          { actions: { wait: { execute: lambda { |_c, _i| suspend(continue: {}, expires_at: 90.days.from_now) } } } }
                                                                                            ^^^^^^^^^^^^^^^^ long
        `},{name:`ninety days in other words`,source:U`
          {
            actions: {
              wait: { execute: lambda { |_c, _i| suspend('continue' => {}, 'expires_at' => Time.now + 90.days) } },
                                                                                           ^^^^^^^^^^^^^^^^^^ long
              wait_long: { execute: lambda { |_c, _i| suspend(continue: {}, expires_at: 3.months.from_now.iso8601) } }
                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ long
            }
          }
        `}],good:[{name:`sixty days`,source:U`
          { actions: { wait: { execute: lambda { |_c, _i| suspend(continue: {}, expires_at: 60.days.from_now) } } } }
        `},{name:`ninety days from a time of the user`,source:U`
          { actions: { wait: { execute: lambda { |_c, i| suspend(continue: {}, expires_at: 90.days.since(i['start'])) } } } }
        `}]},create:e=>({bareCall:{suspend({node:t,lambda:n}){let[r]=w(t);if(r instanceof ot||r instanceof Be)for(let t of r.elements)t instanceof g&&E(t.key)===`expires_at`&&(Vc(t.value)<=60||e.report(`long`,{span:C(t.value),path:n?.path??null},[]))}}})});function Vc(e){return e instanceof _&&e.receiver&&/^(?:utc|iso8601|to_time|in_time_zone|to_s)$/u.test(e.name)?Vc(e.receiver):e instanceof _&&e.name===`+`&&Hc(e.receiver)?Uc(w(e)[0]??null):!(e instanceof _&&/^(?:from_now|since)$/u.test(e.name))||w(e).length>0?0:Uc(e.receiver)}function Hc(e){return!(e instanceof _)||!/^(?:now|today)$/u.test(e.name)?!1:e.receiver===null||e.receiver instanceof xe}function Uc(e){return e instanceof _&&e.receiver instanceof tt&&Object.hasOwn(zc,e.name)?e.receiver.value*zc[e.name]:0}const Wc=new Set([`post`,`put`,`patch`,`delete`]),Gc=z({id:`guidelines/test-request`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Proves the credentials with one light request in `test`.",why:`The test is all that tells users at once whether a connection works; a wrong key would show in the first job only.`,remedy:"Read something small that every user may read, such as `get('/me')`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/test.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{none:()=>"The `test` makes no request, so it does not show whether the connection works.",write:e=>`The \`test\` sends a \`${e}\`, which may change data each time a connection is tested.`},examples:{bad:[{name:`a test that always passes`,source:U`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers('X-Key': c['key']) } } },
            test: lambda { |_connection| true }
            ^^^^^ none
          }
        `},{name:`a test of what was filled in, by a method`,source:U`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers('X-Key': c['key']) } } },
            test: lambda { |connection| call('check', connection) },
            ^^^^^ none
            methods: { check: lambda { |connection| connection['key'].present? } }
          }
        `},{name:`a test that deletes`,source:U`
          { test: lambda { |_connection| delete('/cache') } }
            ^^^^^ write
        `}],good:[{name:`a read`,source:U`{ test: lambda { |_connection| get('/me') } }`},{name:`a connection without a login`,source:U`
          {
            connection: { fields: [], authorization: { type: 'custom_auth', apply: lambda { |_connection| } } },
            test: lambda { |_connection| true }
          }
        `},{name:`a secret for the signatures of events, which is never sent`,source:U`
          {
            connection: {
              fields: [{ name: 'secret', control_type: 'password' }],
              authorization: { type: 'custom_auth', apply: lambda { |connection| connection } }
            },
            test: lambda { |_connection| true }
          }
        `},{name:`an API that is reached in another way`,source:U`
          {
            connection: { authorization: { type: 'custom_auth', apply: lambda { |c| headers('X-Key': c['key']) } } },
            test: lambda do |connection|
              workato.net.lookup(connection['host'])
              true
            end
          }
        `},{name:`a query of a GraphQL API`,source:U`{ test: lambda { |_connection| post('/graphql', query: '{ me { id } }') } }`},{name:`a method that reads`,source:U`{ test: lambda { |_c| call('me') }, methods: { me: lambda { get('/me') } } }`}]},create:e=>({end(){let{connector:t}=e,n=t.root.get(`test`),r=t.lambdas.find(e=>e.owner===`root`&&e.key===`test`);if(!n||!r)return;let i=t.requests.filter(e=>e.lambda===r).map(e=>e.verb),a=qc(r,t);if(!a||a.size>1&&t.requests.some(e=>a.has(e.lambda)))return;if(i.length===0){let{authorization:r,options:i}=t.connection;(r?.type===`multi`?i:r?[r]:[]).some(Kc)&&[...a].every(({value:e})=>Yc(e.node))&&e.report(`none`,n,[]);return}let o=i.every(e=>Wc.has(e))?i.find(e=>e!==`post`):void 0;o&&e.report(`write`,n,[o])}})});function Kc(e){let{type:t}=e;if(t===null||/^(?:none|no_auth)$/u.test(t))return!1;if(t.startsWith(`oauth2`))return!0;let n=e.lambda(`apply`)??e.lambda(`credentials`);return n!==void 0&&!Yc(n.value.node)}function qc(e,{methodCalls:t,methods:n}){let r=new Map;for(let e of t)W(r,e.lambda,e);let i=new Set([e]);for(let e of i)for(let{name:t}of r.get(e)??[]){let e=n.get(I(t)??``)?.lambda;if(!e)return null;i.add(e)}return i}const Jc=new Set([`[]`,`present?`,`blank?`,`nil?`,`==`,`!`,`puts`,`error`,`lambda`,`call`]);function Yc(e){return e instanceof _&&(!Jc.has(e.name)||e.name===`call`&&e.receiver)?!1:T(e).every(Yc)}const Xc=new Set([`Date.today`,`Time.local`]),Zc=z({id:`guidelines/time-zone`,severity:`notice`,confidence:`low`,since:`0.1.0`,docs:{summary:`Reads times with their zone.`,why:`Servers and users are in different zones, so that a time without one is another time for each of them.`,remedy:"Use `now`, `today` or `to_time`, and `in_time_zone` or `utc` with it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{format:e=>`The format \`${e}\` has no zone, and the time was not put into one before.`,local:e=>`The result of \`${e}\` depends on the zone of the server.`},examples:{bad:[{name:`the day of the server`,source:U`
          { methods: { day: lambda { Date.today } } }
                                     ^^^^^^^^^^ local
        `},{name:`a time without a zone`,source:U`
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
        `}],good:[{name:`a day`,source:U`{ actions: { a: { execute: lambda { |_c, input| get(input['on'].to_time.strftime('/%F')) } } } }`},{name:`a time in UTC, and one with its zone`,source:U`
          {
            actions: {
              a: {
                execute: lambda do |_c, input|
                  get('/a', from: input['from'].to_time.utc.strftime('%F %T'), to: input['to'].strftime('%FT%T%:z'))
                end
              }
            }
          }
        `},{name:`the time in UTC`,source:U`{ methods: { at: lambda { Time.now.utc.iso8601 } } }`},{name:`texts that may have their zone, and a moment with it`,source:U`
          {
            methods: {
              at: lambda { |row| Time.parse(row['created_at']) },
              day: lambda { |text| DateTime.strptime(text, '%Y-%m-%d') },
              stamp: lambda { DateTime.now.iso8601 }
            }
          }
        `},{name:`a zone beside the time, one put after it, and a number for a name`,source:U`
          {
            actions: {
              a: {
                execute: lambda do |_c, input|
                  post('/a', start: { dateTime: input['at'].strftime('%FT%T'), timeZone: input['time_zone'] })
                end
              },
              b: {
                execute: lambda { |_c, input| post('/b', at: "#{input['at'].to_time.strftime('%FT%T')}Z") }
              },
              c: {
                execute: lambda { |_c, _input| post('/c', name: now.strftime('%Y%m%d%H%M%S')) }
              }
            }
          }
        `}]},create:e=>({node:[V([`strftime`,`today`,`local`],({node:t,lambda:n,parent:r,usage:i})=>{let{receiver:a,name:o}=t,s=o===`strftime`?w(t)[0]:null;if(n&&a&&s instanceof x){let o=s.unescaped,c=r instanceof _&&r.name===`+`||r instanceof Bt&&i===`value`;if(!Qc(o)||c||!$c(a,n))return;/time_?zone|tz/iu.test(e.source.slice(n.span))||e.report(`format`,{span:C(t),path:n.path},[o])}else n&&a instanceof xe&&Xc.has(`${a.name}.${o}`)&&(r instanceof _&&/^(?:utc|in_time_zone|to_i)$/u.test(r.name)||n.key!==`sample_output`&&e.report(`local`,{span:C(t),path:n.path},[`${a.name}.${o}`]))})]})});function Qc(e){return!/^(?:%[-0^#]?\w)+$/u.test(e)&&/%[-0^#]?[FDdejx]/u.test(e)&&/%[-0^#]?[HIklTRrXc]/u.test(e)&&!/%:*[zZs]|Z\W*$/u.test(e)}function $c(e,t){let n=e;for(;n instanceof _&&/^(?:to_time|to_datetime)$/u.test(n.name);)n=n.receiver;if(!(n instanceof _))return!1;if(n.receiver===null)return n.name===`now`&&w(n).length===0;if(n.receiver instanceof xe)return/^(?:Time|DateTime)$/u.test(n.receiver.name)&&n.name===`now`;let r=n.receiver instanceof y&&n.receiver.name===t.parameters.required[1];return n.name===`[]`&&r&&(t.key===`execute`||t.key===`poll`)}const el=/"(?:pick_list|(?:convert|render|parse)_(?:in|out)put)\\?"\s*:\s*\\?"(?<name>\w+)/gu;function tl(e){let t;return n=>(t??=new Set([...rl(e).matchAll(el)].map(({groups:e})=>e?.name)),t.has(n))}function nl(e){return/\b(?:convert|render|parse)_(?:in|out)put\b/u.test(rl(e))}function rl(e){return e.slice({start:0,end:e.bytes.length})}function il(){let e=new Set,t=[],n=!1;function r(t){switch(t.kind){case`string`:case`symbol`:e.add(t.text);break;case`template`:i(t.parts);break;case`choice`:for(let e of t.options)r(e);break;case`nil`:break;default:n=!0}}function i(e){if(e.every(e=>e===null||e===``)||t.length>=200){n=!0;return}let r=e.map(e=>e===null?`.*`:e.replace(/[\\^$.*+?()[\]{}|]/gu,String.raw`\$&`));t.push(RegExp(`^${r.join(``)}$`,`u`))}return{add:r,mayUse:r=>n||e.has(r)||t.some(e=>e.test(r))}}const al=[`convert_input`,`convert_output`,`render_input`,`parse_output`],ol=z({id:`guidelines/unused-method`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Uses every entry of `methods`.",why:`Code that nothing calls is reviewed and maintained for nothing.`,remedy:`Remove the method, or call it.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unused:e=>`Nothing calls the method \`${e}\`.`},examples:{bad:[{name:`a method that only calls itself, and one with the name of a field`,source:U`
          {
            actions: {
              find: {
                execute: lambda { |_connection, input| get('/leads', input) },
                output_fields: lambda { [{ name: 'status' }] }
              }
            },
            methods: {
              walk: lambda { |depth| depth > 0 ? call('walk', depth - 1) : get('/leaf') },
              ^^^^^ unused
              status: lambda { |lead| lead['status'] }
              ^^^^^^^ unused
            }
          }
        `},{name:`a method that nothing calls`,source:U`
          {
            test: lambda { |_connection| call(:ping) },
            methods: {
              ping: lambda { get('/ping') },
              pong: lambda { get('/pong') }
              ^^^^^ unused
            }
          }
        `}],good:[{name:`a method called by a name that is put together`,source:U`
          {
            test: lambda { |connection| call("ping_#{connection['region']}") },
            methods: { ping_eu: lambda { get('/ping') } }
          }
        `},{name:`methods named in schemas that are JSON, and by fields that are changed`,source:U`
          {
            actions: {
              add: {
                input_fields: lambda { parse_json('[{ "name": "sum", "convert_input": "to_cents" }]') },
                output_fields: lambda { get('/fields').each { |field| field['convert_output'] = 'to_euros' } }
              }
            },
            methods: { to_cents: lambda { |value| value.to_i * 100 }, to_euros: lambda { |value| value.to_i / 100 } }
          }
        `},{name:`a method that converts a field`,source:U`
          {
            actions: { add: { input_fields: lambda { [{ name: 'sum', convert_input: 'to_cents' }] } } },
            methods: { to_cents: lambda { |value| value.to_i * 100 } }
          }
        `}]},create:e=>{let t=il(),n=new Map,r;return{methodCall({name:e,lambda:r}){let i=I(e);i!==null&&r?.owner===`method`&&r.ownerName===i?n.set(i,(n.get(i)??0)+1):t.add(e)},attribute:H(al,(e,{value:n})=>{n.kind!==`lambda`&&t.add(n)}),end(){let{methods:n}=e.connector;if(!n.closed)return;let r=tl(e.source);for(let a of n.entries)t.mayUse(a.name)||i(a.name)||r(a.name)||e.report(`unused`,a,[a.name])}};function i(t){let{facts:i,program:a}=e.connector,o=(i.textCounts.get(t)??0)-(n.get(t)??0);return o<=0||!nl(e.source)?!1:(r??=sl(a),o>(r.get(t)??0))}}});function sl(e){let t=new Map;for(let n of Xt(e)){if(!(n instanceof g)||E(n.key)!==`name`)continue;let e=E(n.value);e!==null&&t.set(e,(t.get(e)??0)+1)}return t}const cl=new Set([`[]`,`dig`,`fetch`,`values_at`,`slice`]),ll=/def|schema|^od$/iu,ul=z({id:`guidelines/unused-object-definition`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses every object definition.`,why:`A schema that no operation shows is reviewed and maintained for nothing, and soon is out of date.`,remedy:`Remove the definition, or use it in the fields of an operation.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unused:e=>`Nothing uses the object definition \`${e}\`.`},examples:{bad:[{name:`a definition with the name of a field`,source:U`
          {
            actions: { find: { output_fields: lambda { |object_definitions| object_definitions['lead'] } } },
            object_definitions: {
              lead: { fields: lambda { |_connection| [{ name: 'owner', type: 'object', properties: [{ name: 'id' }] }] } },
              owner: { fields: lambda { |_connection| [{ name: 'id' }] } }
              ^^^^^^ unused
            }
          }
        `},{name:`a definition that nothing reads`,source:U`
          {
            actions: { find: { output_fields: lambda { |object_definitions| object_definitions['lead'] } } },
            object_definitions: {
              lead: { fields: lambda { |_connection| [{ name: 'id' }] } },
              lead_v1: { fields: lambda { |_connection| [{ name: 'id' }] } }
              ^^^^^^^^ unused
            }
          }
        `}],good:[{name:`definitions by other names, or handed on as a whole`,source:U`
          {
            actions: {
              find: { output_fields: lambda { |all, _c, config| call('pick', all, config['object']) } },
              list: { output_fields: lambda { |all| all.values.flatten } }
            },
            object_definitions: { lead: { fields: lambda { |_connection| [{ name: 'id' }] } } },
            methods: { pick: lambda { |all, name| all[name] } }
          }
        `},{name:`a definition by a name that is kept, from a parameter of any name`,source:U`
          {
            actions: { find: { output_fields: lambda { |o, _c, config| o[config['object']] } } },
            object_definitions: { lead: { fields: lambda { |_connection| [{ name: 'id' }] } } }
          }
        `},{name:`a definition chosen by the user`,source:U`
          {
            actions: { find: { output_fields: lambda { |definitions, _c, config| definitions[config['object']] } } },
            object_definitions: { lead: { fields: lambda { |_connection| [{ name: 'id' }] } } }
          }
        `}]},create:e=>{let t=il(),n=new Set,r=!1,i=!1,a=!1,o;return{node:[V(cl,({node:i,lambda:a})=>{let{receiver:o}=i,s=o instanceof y&&o.name===pl(a);for(let c of w(i)){let i=c instanceof x||c instanceof S;s||dl(o)||i&&!a?t.add(e.connector.evaluate(c)):i?n.add(c.unescaped):r=!0}}),B(y,({node:e,parent:t,lambda:n})=>{o?.lambda!==n&&(o={lambda:n,definitions:pl(n)}),e.name===o.definitions&&(t instanceof _&&t.receiver===e?cl.has(t.name)||(a=!0):i=!0)})],end(){let{objectDefinitions:o,facts:s,lambdas:c}=e.connector;if(i||=c.some(fl),!(!o.closed||a||i&&r))for(let r of o.entries){let{name:a}=r;t.mayUse(a)||i&&(n.has(a)||(s.textCounts.get(a)??0)>0)||e.report(`unused`,r,[a])}}}}});function dl(e){return e instanceof y&&ll.test(e.name)}function fl({key:e,parameters:t}){return e.endsWith(`fields`)&&(t.rest||t.optional.length>0)}function pl(e){if(!e)return;let{owner:t,key:n,parameters:r}=e;if(t===`objectDefinition`)return r.required[2]??void 0;if(t===`action`||t===`trigger`)return n.endsWith(`_fields`)?r.required[0]??void 0:void 0}const ml=z({id:`guidelines/unused-pick-list`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses every pick list.`,why:`A list that no field shows is reviewed and maintained for nothing.`,remedy:"Remove the pick list, or name it in the `pick_list` of a field.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unused:e=>`No field uses the pick list \`${e}\`.`},examples:{bad:[{name:`lists beside one that is computed, one that is chosen, and a field of the same name`,source:U`
          {
            actions: {
              add: {
                input_fields: lambda do |_object_definitions, _connection, config|
                  [
                    { name: 'day', control_type: 'select', pick_list: %w[Mo Tu].map { |day| [day, day] } },
                    { name: 'size', control_type: 'select', pick_list: config['old'] ? 'small_sizes' : 'sizes' },
                    { name: 'colours' }
                  ]
                end
              }
            },
            pick_lists: {
              sizes: lambda { [%w[Small s], %w[Large l]] },
              small_sizes: lambda { [%w[Small s]] },
              colours: lambda { [%w[Red r], %w[Blue b]] }
              ^^^^^^^^ unused
            }
          }
        `},{name:`a list that no field names`,source:U`
          {
            actions: { add: { input_fields: lambda { [{ name: 'size', control_type: 'select', pick_list: 'sizes' }] } } },
            pick_lists: {
              sizes: lambda { [%w[Small s], %w[Large l]] },
              colours: lambda { [%w[Red r], %w[Blue b]] }
              ^^^^^^^^ unused
            }
          }
        `}],good:[{name:`a list named by a template`,source:U`
          {
            actions: { add: { input_fields: lambda { |_, _, config| [{ name: 's', pick_list: "#{config['o']}_states" }] } } },
            pick_lists: { lead_states: lambda { [%w[Open open]] } }
          }
        `},{name:`a list named in a schema that is JSON`,source:U`
          {
            actions: { add: { input_fields: lambda { parse_json('[{ "name": "size", "pick_list": "sizes" }]') } } },
            pick_lists: { sizes: lambda { [%w[Small s]] } }
          }
        `},{name:`a list named by a variable`,source:U`
          {
            actions: { add: { input_fields: lambda { |_, _, config| [{ name: 's', pick_list: config['list'] }] } } },
            pick_lists: { lead_states: lambda { [%w[Open open]] } }
          }
        `}]},create:e=>{let t=il();return{node:[Cn([`pick_list`],({node:n})=>{if(!hl(n.value))for(let r of R(e.connector.evaluate(n.value)))r.kind!==`array`&&r.kind!==`lambda`&&t.add(r)})],end(){let{pickLists:n,facts:r}=e.connector;if(!n.closed||r.textCounts.get(`pick_list`)!==0)return;let i=tl(e.source);for(let r of n.entries)t.mayUse(r.name)||i(r.name)||e.report(`unused`,r,[r.name])}}}});function hl(e){return e instanceof ie||e instanceof _&&gl.has(e.name)}const gl=new Set([`map`,`collect`,`flat_map`,`filter_map`,`pluck`,`to_a`,`sort_by`,`zip`]),_l=z({id:`guidelines/unused-variable`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Reads every local variable that it sets.`,why:`A value that nobody reads is left over, and a request kept in it may never be sent.`,remedy:"Remove the variable, or begin its name with `_` where it explains something.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unused:e=>`Nothing reads the variable \`${e}\`.`},examples:{bad:[{name:`a variable at the end of a loop, and one that is only counted up`,source:U`
          {
            methods: {
              send: lambda do |rows|
                count = 0
                ^^^^^ unused
                rows.each do |row|
                  post('/rows', row).presence
                  count += 1
                end
                rows.each do |row|
                  id = row['id']
                  ^^ unused
                end
                rows
              end
            }
          }
        `},{name:`a variable that is only set`,source:U`
          {
            methods: {
              rows: lambda do |response|
                total = response['total']
                ^^^^^ unused
                response['rows']
              end
            }
          }
        `}],good:[{name:`a variable read in a block`,source:U`{ methods: { m: lambda { |rows| key = 'id'; rows.map { |r| r[key] } } } }`},{name:`a variable read by a text`,source:U`{ methods: { m: lambda { |rows| total = rows.size; eval('total * 2') } } }`},{name:`a name that says it`,source:U`{ methods: { m: lambda { |rows| _total = rows.size; rows } } }`}]},create:e=>{let t=new Map,n=[],r=!1,i=()=>{r=!0},a=({node:e,scope:n})=>{let r=yl(n,e.depth);if(!r)return;let i=t.get(r);i?i.add(e.name):t.set(r,new Set([e.name]))};return{bareCall:{binding:i,eval:i,instance_eval:i},node:[B(y,a),B(ut,a),B(ct,e=>a(e)),B(lt,e=>{vl(e)||a(e)}),B(b,e=>{!e.node.name.startsWith(`_`)&&vl(e)&&n.push(e)})],end(){if(r)return;let i=new Map;for(let{node:r,scope:a,lambda:o}of n){let n=yl(a,r.depth);if(!n||t.get(n)?.has(r.name))continue;let s=i.get(n)??new Set;i.set(n,s),s.has(r.name)||(s.add(r.name),e.report(`unused`,{span:r.nameLoc,path:o?.path??null},[r.name]))}}}}});function vl({usage:e,blocks:t}){return e===`void`||e===`block`&&/^each(?:_|$)/u.test(t?.call.name??``)}function yl(e,t){let n=e;for(let e=0;e<t&&n;e++)n=n.parent;return n}function bl(e,t){let n=null,r=Math.max(2,Math.floor(e.length/3))+1,i=xl(e);for(let e of t){let t=xl(e);if(Math.abs(t.length-i.length)>=r)continue;let a=Sl(i,t);a<r&&([n,r]=[e,a])}return n}function xl(e){return e.slice(0,100).toLowerCase().replaceAll(`-`,`_`)}function Sl(e,t){let n=Array.from({length:t.length+1},(e,t)=>t);for(let r=1;r<=e.length;r++){let i=[r];for(let a=1;a<=t.length;a++){let o=e[r-1]===t[a-1]?0:1;i.push(Math.min(n[a]+1,i[a-1]+1,n[a-1]+o))}n=i}return n[t.length]}function Cl(e,t){let n=bl(e,t);return n!==null&&wl(e,n)?n:null}function wl(e,t){if(e.toLowerCase()===t.toLowerCase()||Tl(e)===Tl(t))return!0;let n=Math.min(e.length,t.length);return Sl(e,t)<=(n<4?0:n<6?1:2)}function Tl(e){return e.split(``).sort().join(``)}const El=[Tn,Bn,Un,Yn,lr,br,Gr,Zr,Qr,si,fi,Ei,ji,Ri,Ji,Xi,$i,ma,Da,Gs,ec,tc,rc,dc,vc,kc,jc,Nc,Bc,Gc,Zc,ol,ul,ml,_l,z({id:`guidelines/waiver`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Sets rules aside only where needed, and says why.`,why:`A waiver that has no reason, no effect or no known rule hides from reviewers what it was meant to explain.`,remedy:"Write `# connector-gate:disable-next-line <rule> -- <reason>` above the line, or remove the comment where it is not needed.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{unknownRule:(e,t)=>`The waiver names no known rule with \`${e}\`${t}.`,noReason:e=>`The waiver of \`${e}\` states no reason, so it does not count.`,unused:e=>`The waiver of \`${e}\` sets nothing aside.`,expired:(e,t)=>`The waiver of \`${e}\` ended on ${t}.`,malformed:()=>`The comment looks like a waiver, but does not name what to disable and a rule.`},examples:{bad:[{name:`an unknown rule`,source:U`
          # connector-gate:disable-next-line guidelines/waver -- no time
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknownRule
          { title: 'Acme' }
        `},{name:`a waiver without a reason`,source:U`
          { title: 'Acme' } # connector-gate:disable-line guidelines/waiver
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noReason
        `},{name:`a waiver without a finding`,source:U`
          # connector-gate:disable-next-line guidelines/waiver -- left over
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused
          { title: 'Acme' }
        `},{name:`a waiver that is over`,source:U`
          { title: 'Acme' }
        `,files:{},waivers:[{rule:`guidelines/waiver`,reason:`Until the new API is out.`,until:`2020-01-31`}],reports:[`expired`]},{name:`a waiver of nothing in particular`,source:U`
          # connector-gate:disable
          ^^^^^^^^^^^^^^^^^^^^^^^^ malformed
          { title: 'Acme' }
        `}],good:[{name:`other comments`,source:U`{ title: 'Acme' } # checked by connector-gate`}]},create:e=>({waivers({waivers:t,problems:n,knownRules:r}){for(let{span:t}of n)e.report(`malformed`,{span:t,path:null},[]);for(let n of t){let t=n.span&&{span:n.span,path:null},i={file:n.file,...n.span?{}:{line:n.line}};switch(n.state){case`unknown-rule`:{let a=bl(n.ruleId,r),o=a?`; the nearest is \`${a}\``:``;e.report(`unknownRule`,t,[n.ruleId,o],i);break}case`no-reason`:e.report(`noReason`,t,[n.ruleId],i);break;case`unused`:e.report(`unused`,t,[n.ruleId],{...i,severity:`notice`});break;case`expired`:e.report(`expired`,t,[n.ruleId,n.until??``],i)}}}})}),z({id:`guidelines/workspace-dependency`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Depends on nothing of the author's workspace.`,why:`Account properties, lookup tables and workspace schemas are empty in everybody else's workspace.`,remedy:`Ask for the value in a connection field or an input field.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/quickstart/sharing.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/ruby_methods.html`]},messages:{workspace:e=>`\`${e}\` reads from the workspace that the connector runs in.`},examples:{bad:[{name:`an account property`,source:U`
          { test: lambda { |_connection| get('/me', key: account_property('acme_key')) } }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workspace
        `}],good:[{name:`a connection field`,source:U`{ test: lambda { |connection| get('/me', key: connection['key']) } }`},{name:`a method of that name on something`,source:U`{ test: lambda { |c| c.lookup('key') } }`}]},create:e=>{let t=t=>{t.node.isVariableCall()||e.report(`workspace`,{span:C(t.node),path:t.lambda?.path??null},[t.node.name])};return{bareCall:{account_property:t,lookup:t,lookup_table:t,workato_schema:t}}}})];function q(e={}){return Object.entries({...Dl,...e}).map(([e,t])=>`${e}: ${t}\n`).join(``)}const Dl={slug:`shop`,name:`Shop`,publisher:`acme`,summary:`Keeps the orders of a shop in step.`,description:`Create and find the orders of your shop, and start a recipe when one is paid. You need a key of an administrator to connect.`,categories:`[eCommerce]`,support:`{ email: help@shop.example }`},J=`{
  title: 'Shop',
  connection: {},
  actions: { create_order: { title: 'Create order' } },
  triggers: { new_order: { title: 'New order' } }
}
`;let Ol;const kl=()=>Ol??=(0,e.createRequire)(require("url").pathToFileURL(__filename).href)(`./yaml.cjs`),Al=`listing.yml`,jl=(...e)=>kl().parseManifest(...e),Ml=new WeakMap;function Nl(e){let t=e.files?.get(Al)?.bytes;if(!t)return null;let n=Ml.get(t)??jl(t);return Ml.set(t,n),n}function Pl(e){let t=Nl(e);if(!t?.ok)return null;let{manifest:n,file:r}=t;return{manifest:n,options:{file:Fl(e,Al)},at:(...e)=>Il(r.spanOf(e)),atKey:(...e)=>Il(r.spanOfKey(e))}}function Fl(e,t){return e.path===`.`?t:`${e.path}/${t}`}function Il(e){return{span:e,path:null}}function Ll(e,t){for(let[n,{bytes:r}]of e)if(t.test(n))return{name:n,text:r&&new TextDecoder().decode(r)};return null}const Rl=`https://docs.workato.com/en/developing-connectors/sdk/quickstart/sharing.html`,zl=`https://docs.workato.com/en/developing-connectors/sdk/guides/advanced-connector-guide/connector-planning.html`,Bl=`https://docs.workato.com/en/developing-connectors/community/certification.html`,Vl=`https://docs.workato.com/en/developing-connectors/sdk/cli/reference/cli-project-directory-reference.html`,Hl=z({id:`listing/app-name`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has the same name in the catalogue as in the recipe editor.`,why:`People look for the application by its name, in the catalogue as in the editor; two spellings look like two connectors.`,remedy:"Spell `name` in `listing.yml` and `title` in the connector as the application spells its own name.",sources:[Rl]},messages:{differs:(e,t)=>`The manifest calls the application \`${e}\`, and the connector calls it \`${t}\`.`},examples:{bad:[{name:`another case`,source:J,files:{"listing.yml":q({name:`SHOP`})},reports:[`differs`]},{name:`a slogan in the title`,source:`{ 'title' => 'Shop - sell more!', 'connection' => {}, 'actions' => {} }
`,files:{"listing.yml":q()},reports:[`differs`]}],good:[{name:`the same name`,source:J,files:{"listing.yml":q()}},{name:`a title that is worked out`,source:`{ title: name_of(x), connection: {} }
`,files:{"listing.yml":q()}}]},create:e=>({project(){let{project:t}=e,n=Pl(t),r=e.connector.title?.value;n&&r?.kind===`string`&&r.text.trim()!==n.manifest.name&&e.report(`differs`,n.at(`name`),[n.manifest.name,r.text],n.options)}})}),Ul=z({id:`listing/categories`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Is in categories that the catalogue has.`,why:`The catalogue is browsed by category; nobody finds a connector in one that it does not have.`,remedy:`Choose from the categories of the programme's policy.`,sources:[Rl]},options:{categories:{kind:`strings`,default:`Accounting.Analytics.Artificial intelligence.Collaboration.Communication.Content management.CRM.Customer support.Data management.Databases.Developer tools.eCommerce.ERP.Events.Finance.Forms and surveys.HR.Identity management.Industry.IT service management.Legal.Logistics.Marketing.Payments.Productivity.Project management.Sales.Security.Storage.Utilities`.split(`.`),summary:`The categories of the catalogue.`}},messages:{unknown:(e,t)=>`The catalogue has no category \`${e}\`${t}.`},examples:{bad:[{name:`a category of the author's own`,source:J,files:{"listing.yml":q({categories:`[Shops]`})},reports:[`unknown`]},{name:`one of two that is spelled in another way`,source:J,files:{"listing.yml":q({categories:`[eCommerce, E-Mail]`})},reports:[`unknown`]}],good:[{name:`two categories of the catalogue`,source:J,files:{"listing.yml":q({categories:`[eCommerce, Customer support]`})}}]},create:e=>({project(){let{project:t}=e,n=Pl(t);for(let[t,r]of n?.manifest.categories.entries()??[]){if(e.options.categories.includes(r))continue;let i=bl(r,e.options.categories),a=i===null?``:`; perhaps \`${i}\` is meant`;e.report(`unknown`,n.at(`categories`,t),[r,a],n.options)}}})}),Wl=/^#{1,6}[ \t].{0,80}?\d\.\d|^(?=\S).{0,60}?\d\.\d.{0,80}\r?\n[=-]{3,}/m,Gl=z({id:`listing/changelog`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a changelog with an entry for each version.`,why:`People who use the connector and people who review it look there for what a new version changes.`,remedy:"Add a `CHANGELOG.md` with a heading such as `## 1.0.0` for each version, and the changes below it.",sources:[Rl]},messages:{missing:e=>`The project has no \`${e}\`.`,empty:e=>`The changelog \`${e}\` has no heading with a version.`},examples:{bad:[{name:`no changelog`,source:J,files:{"listing.yml":q()},reports:[`missing`]},{name:`a changelog without versions`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`# Changelog
`},reports:[`empty`]}],good:[{name:`a changelog with a version`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`# Changelog

## [1.0.0] - 2026-01-05

- First.
`}},{name:`headings with words before the version`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`# Changelog

## Release 1.0.0

- First.
`}},{name:`a changelog with underlined headings`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`1.0.0
-----

- First.
`}}]},create:e=>({project(t){let{project:n}=e,r=Pl(n);if(!r)return;let{changelog:i}=r.manifest,a=Ll(t,RegExp(`^${i.replace(`.`,String.raw`\.`)}$`,`i`));a?a.text!==null&&!Wl.test(a.text)&&e.report(`empty`,null,[i],{file:Fl(n,a.name)}):e.report(`missing`,r.at(`changelog`),[i],r.options)}})});let Kl;const ql=()=>Kl??=(0,e.createRequire)(require("url").pathToFileURL(__filename).href)(`./yaml.cjs`),Jl=(...e)=>ql().descriptionFile(...e),Yl=z({id:`listing/description`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Says in the catalogue what it is for, what it needs and what it can do.`,why:`People decide by this text whether to install the connector, without a look at the code.`,remedy:`Write what it is for, what users need to connect, and what it can do.`,sources:[Rl]},options:{minimum:{kind:`integer`,default:100,summary:`The fewest characters of a description.`},maximum:{kind:`integer`,default:5e3,summary:`The most characters of a description.`}},messages:{missing:e=>`The description's file \`${e}\` is not in the project.`,short:(e,t)=>`The description has ${e} characters; at least ${t} tell enough.`,long:(e,t)=>`The description has ${e} characters; the catalogue takes ${t}.`,unfinished:e=>`The description is not finished: it says “${e}”.`,summary:()=>`The summary only repeats the name.`},examples:{bad:[{name:`a file that is not there`,source:J,files:{"listing.yml":q({description:`README.md`})},reports:[`missing`]},{name:`a few words`,source:J,files:{"listing.yml":q({description:`Orders.`})},reports:[`short`]},{name:`a book`,source:J,files:{"listing.yml":q({description:`README.md`}),"README.md":`word `.repeat(1200)},reports:[`long`]},{name:`a text that only fills the space`,source:J,files:{"listing.yml":q({description:`README.md`}),"README.md":`Lorem ipsum dolor. `.repeat(9)},reports:[`unfinished`]},{name:`a summary that is the name`,source:J,files:{"listing.yml":q({summary:`Shop connector.`})},reports:[`summary`]}],good:[{name:`a description of two sentences`,source:J,files:{"listing.yml":q()}},{name:`words that are not there to fill the space`,source:J,files:{"listing.yml":q({description:`TODO lists of the shop, and its Lorem ipsum generator, in recipes. ${`More words. `.repeat(9)}`})}},{name:`a description in the README`,source:J,files:{"listing.yml":q({description:`README.md`}),"README.md":`# Shop

`+`word `.repeat(50)}}]},create:e=>({project(t){let{project:n}=e,r=Pl(n);if(!r)return;let{manifest:i,options:a}=r;i.summary.toLowerCase().replace(/\b(the|connector|integration|for|workato)\b|[^\p{L}\p{N} ]/gu,``).trim()===i.name.toLowerCase()&&e.report(`summary`,r.at(`summary`),[],a);let o=Jl(i.description),s=o===null?null:t.get(o);if(o!==null&&!s){e.report(`missing`,r.at(`description`),[o],{...a,severity:`error`});return}if(s&&!s.bytes)return;let c=s?.bytes?new TextDecoder().decode(s.bytes):i.description,l=/\b[Ll]orem ipsum dolor\b|\bTODO:/u.exec(c)?.[0];l&&e.report(`unfinished`,r.at(`description`),[l],a);let u=c.trim().length,{minimum:d,maximum:f}=e.options;u<d&&e.report(`short`,r.at(`description`),[u,d],a),u>f&&e.report(`long`,r.at(`description`),[u,f],a)}})}),Xl=z({id:`listing/licence`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a licence.`,why:`Without one, nobody else may use the code that the project shows.`,remedy:"Add a `LICENSE` file; a private project says there that all rights are reserved.",sources:[Vl]},messages:{missing:()=>"The project has no `LICENSE` file."},examples:{bad:[{name:`no licence`,source:J,files:{"listing.yml":q()},reports:[`missing`]}],good:[{name:`a licence file`,source:J,files:{"listing.yml":q(),"LICENSE.md":`MIT
`}},{name:`licence files of other names`,source:J,files:{"listing.yml":q(),"LICENSE-MIT":`MIT
`}},{name:`a project below the root`,source:`{ connection: {} }
`,files:{}}]},create:e=>({project(t){let{project:n}=e;n.path===`.`&&Pl(n)&&([...t.keys()].some(e=>/^(?:\w+-)?(?:(?:un)?licen[cs]es?|copying)(?:[.-][\w.-]+)?(?:\/.+)?$/i.test(e))||e.report(`missing`,null,[],{file:`listing.yml`}))}})});function Zl(e,t){return t===`png`?$l(e):tu(e)}const Ql=[137,80,78,71,13,10,26,10];function $l(e){if(e.length<33||!Ql.every((t,n)=>e[n]===t))return null;let t=new DataView(e.buffer,e.byteOffset,e.byteLength);return new TextDecoder(`latin1`).decode(e.subarray(12,16))===`IHDR`?{kind:`png`,width:t.getUint32(16),height:t.getUint32(20),active:[]}:null}const eu=[[`a script`,/<(?:\w+:)?script\b/i],[`an event handler`,/\son[a-z]+\s*=/i],["a `javascript:` address",/(?:href|src)\s*=\s*["']?\s*javascript:/i],[`embedded HTML`,/<(?:\w+:)?foreignObject\b/i],[`an entity declaration`,/<!(?:ENTITY|DOCTYPE[^>]*\[)/i],[`a reference to something outside`,/(?:href|src)\s*=\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\/|@import/i]];function tu(e){let t=new TextDecoder().decode(e),n=/<svg\b([^>]*)>/i.exec(t)?.[1];if(n===void 0)return null;let[,,r,i]=(nu(n,`viewBox`)??``).trim().split(/[\s,]+/).map(Number),[a,o]=[ru(nu(n,`width`)),ru(nu(n,`height`))],s=a!==null&&o!==null,c=s?a:iu(r),l=s?o:iu(i),u=t.replace(/\sxmlns(?::\w+)?\s*=\s*(?:"[^"]*"|'[^']*')/gi,``);return{kind:`svg`,width:c,height:l,active:eu.filter(([,e])=>e.test(u)).map(([e])=>e)}}function nu(e,t){let n=RegExp(`(?:^|\\s)${t}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`,`i`).exec(e);return n?n[1]??n[2]??null:null}function ru(e){return e!==null&&/^\s*\d+(?:\.\d+)?(?:px)?\s*$/.test(e)?Number.parseFloat(e):null}function iu(e){return e!==void 0&&Number.isFinite(e)&&e>0?e:null}const au=(e,t=`<path d='M0 0h9v9z'/>`)=>`<svg xmlns="http://www.w3.org/2000/svg" ${e}>${t}</svg>\n`,ou=q({logo:`logo.svg`}),su=z({id:`listing/logo`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a square logo as PNG or SVG.`,why:`The catalogue and the recipe editor show the logo in a square; another shape is cut or squeezed, and a script in it would run for everybody who looks.`,remedy:"Add the application's logo as a square `logo.png` of 100 to 2,048 pixels, or as a plain square `logo.svg`.",sources:[Vl]},messages:{missing:e=>`The project has no \`${e}\`.`,unreadable:e=>`The logo is not ${e}.`,notSquare:(e,t)=>`The logo is ${e} by ${t}; it is shown in a square.`,size:e=>`The logo is ${e} pixels wide; it needs 100 to 2048.`,active:e=>`The logo has ${e}, which an image does not need.`},examples:{bad:[{name:`no logo`,source:J,files:{"listing.yml":ou},reports:[`missing`]},{name:`text that is called an image`,source:J,files:{"listing.yml":q(),"logo.png":`hello`},reports:[`unreadable`]},{name:`a wide drawing`,source:J,files:{"listing.yml":ou,"logo.svg":au(`viewBox="0 0 200 100"`)},reports:[`notSquare`]},{name:`a drawing with a script`,source:J,files:{"listing.yml":ou,"logo.svg":au(`viewBox="0 0 9 9"`,`<script>alert(1)<\/script>`)},reports:[`active`]},{name:`a drawing that loads another image`,source:J,files:{"listing.yml":ou,"logo.svg":au(`width="100" height="100"`,`<image href="https://evil.example/x.png"/>`)},reports:[`active`]}],good:[{name:`a square drawing`,source:J,files:{"listing.yml":ou,"logo.svg":au(`viewBox="0 0 24 24"`)}}]},create:e=>({project(t){let{project:n}=e,r=Pl(n);if(!r)return;let i=r.manifest.logo,a=t.get(i);if(!a){e.report(`missing`,r.at(`logo`),[i],r.options);return}if(!a.bytes)return;let o={file:Fl(n,i)},s=Zl(a.bytes,i.endsWith(`.svg`)?`svg`:`png`);if(!s)e.report(`unreadable`,null,[i.endsWith(`.svg`)?`an SVG`:`a PNG`],o);else{for(let t of s.active)e.report(`active`,null,[t],o);s.width!==null&&s.height!==null&&(Math.abs(s.width-s.height)>.01*s.width&&e.report(`notSquare`,null,[s.width,s.height],o),s.kind===`png`&&(s.width<100||s.width>2048)&&e.report(`size`,null,[s.width],o))}}})}),cu=z({id:`listing/manifest`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has a valid `listing.yml`.",why:"The catalogue shows what `listing.yml` says, and a submission is made from it.",remedy:"Correct the line; `connector-gate init` writes a first file, and editors check it by its schema.",sources:[Rl]},options:{required:{kind:`boolean`,default:!1,summary:`Whether a project without the file is reported.`}},messages:{invalid:e=>`In the manifest, ${e}.`,missing:()=>"The project has no `listing.yml` that can be read."},examples:{bad:[{name:`an unknown key`,source:J,files:{"listing.yml":q({sumary:`Orders`})},reports:[`invalid`]},{name:`text that is no YAML`,source:J,files:{"listing.yml":`a: [`},reports:[`invalid`]}],good:[{name:`a small manifest`,source:J,files:{"listing.yml":q()}},{name:`a project that is not for listing`,source:J,files:{}}]},create:e=>({project(t){let{project:n}=e,r={file:Fl(n,Al)},i=Nl(n);if(!i&&(e.options.required||t.has(`listing.yml`))&&e.report(`missing`,null,[],r),i&&!i.ok)for(let{message:t,span:n}of i.problems)e.report(`invalid`,Il(n),[t.replace(/[.?]$/,``)],r)}})}),lu=`[{ title: Orders, description: Orders are made., actions: [create_order] }]`,uu=`{ name: A, url: https://app.workato.com/recipes/1, use_case: Orders }`,du=z({id:`listing/recipes`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names recipes that exercise the use cases.`,why:`A recipe that ran is the evidence that a use case works as a whole.`,remedy:"Add the recipes under `testing.recipes`, each with its link and the title of its use case.",sources:[Bl]},options:{minimum:{kind:`integer`,default:1,summary:`The fewest recipes.`}},messages:{few:(e,t)=>`The manifest names ${e} recipes of at least ${t}.`,unknown:(e,t,n)=>`The recipe \`${e}\` exercises \`${t}\`, which is no use case of the manifest${n}.`,repeated:(e,t)=>`The recipe \`${e}\` has the same link as \`${t}\`, for the same use case.`,uncovered:e=>`No recipe exercises the use case \`${e}\`.`},examples:{bad:[{name:`no recipes`,source:J,files:{"listing.yml":q({use_cases:lu})},reports:[`few`]},{name:`a recipe for another use case`,source:J,files:{"listing.yml":q({use_cases:lu,testing:`{ recipes: [${uu.replace(`Orders`,`Order`)}] }`})},reports:[`unknown`,`uncovered`]},{name:`one link for two recipes`,source:J,files:{"listing.yml":q({use_cases:lu,testing:`{ recipes: [${[uu,uu].join(`, `)}] }`})},reports:[`repeated`]}],good:[{name:`a recipe for each use case`,source:J,files:{"listing.yml":q({use_cases:lu,testing:`{ recipes: [${uu}] }`})}},{name:`a recipe for two use cases`,source:J,files:{"listing.yml":q({use_cases:`[${lu.slice(1,-1)}, ${lu.slice(1,-1).replace(`Orders`,`Refunds`)}]`,testing:`{ recipes: [${[uu,uu.replace(`Orders`,`Refunds`)].join(`, `)}] }`})}}]},create:e=>({project(){let{project:t}=e,n=Pl(t);if(!n)return;let{manifest:r,options:i}=n,a=r.testing?.recipes??[],o=(r.use_cases??[]).map(({title:e})=>e);a.length<e.options.minimum&&e.report(`few`,n.atKey(`testing`,`recipes`),[a.length,e.options.minimum],i);let s=new Map;for(let[t,{name:r,url:o,use_case:c}]of a.entries()){let a=`${o} ${c}`,l=s.get(a),u=n.at(`testing`,`recipes`,t,`url`);l===void 0?s.set(a,r):e.report(`repeated`,u,[r,l],{...i,severity:`warning`})}for(let[t,{name:r,use_case:s}]of a.entries()){if(o.includes(s))continue;let a=bl(s,o),c=a===null?``:`; perhaps \`${a}\` is meant`;e.report(`unknown`,n.at(`testing`,`recipes`,t,`use_case`),[r,s,c],i)}for(let[t,r]of o.entries()){if(a.length===0||a.some(({use_case:e})=>e===r))continue;let o=n.at(`use_cases`,t,`title`);e.report(`uncovered`,o,[r],{...i,severity:`warning`})}}})}),fu=z({id:`listing/share-link`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a private share link for the reviewers.`,why:`Reviewers install the very version under review from the link, and try it.`,remedy:"Share the connector by a private link, and add it as `testing.share_link`.",sources:[Rl]},messages:{missing:()=>"The manifest has no `testing.share_link`.",elsewhere:e=>`The share link leads to \`${e}\`, which is no domain of Workato's.`},examples:{bad:[{name:`no link`,source:J,files:{"listing.yml":q()},reports:[`missing`]},{name:`a link to the application`,source:J,files:{"listing.yml":q({testing:`{ share_link: https://shop.example/workato }`})},reports:[`elsewhere`]}],good:[{name:`a link`,source:J,files:{"listing.yml":q({testing:`{ share_link: https://app.workato.com/custom_adapters/1 }`})}},{name:`a link of another data centre`,source:J,files:{"listing.yml":q({testing:`{ share_link: https://app.workatoapp.cn/custom_adapters/1 }`})}}]},create:e=>({project(){let{project:t}=e,n=Pl(t);if(!n)return;let{manifest:r,options:i}=n,a=r.testing?.share_link;if(a===void 0){e.report(`missing`,n.atKey(`testing`),[],i);return}let{hostname:o}=new URL(a),s=n.at(`testing`,`share_link`);o.includes(`workato`)||e.report(`elsewhere`,s,[o],{...i,severity:`notice`})}})}),pu=`{ connection: {}, actions: { ${Array.from({length:13},(e,t)=>`a${t}: {}`).join(`, `)} } }\n`,mu=z({id:`listing/small-first`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Starts with few operations.`,why:`A first version of few, critical operations is reviewed sooner and tested better; operations can be added later, but not taken away.`,remedy:`Keep the operations of the most important use cases, and bring the others in later versions.`,sources:[zl]},options:{maximum:{kind:`integer`,default:12,minimum:1,summary:`The most operations of a first version.`}},messages:{many:(e,t)=>`A first version with ${e} actions and triggers is more than the ${t} that review well.`},examples:{bad:[{name:`a first version with 13 actions`,source:pu,files:{"listing.yml":q(),"CHANGELOG.md":`# Changelog

## 1.0.0

- First.
`},reports:[`many`]}],good:[{name:`a second version with 13 actions`,source:pu,files:{"listing.yml":q(),"CHANGELOG.md":`## 1.1.0

- More.

## 1.0.0

- First.
`}},{name:`a connector of which no version is known`,source:pu,files:{"listing.yml":q()}}]},create:e=>({project(t){let{project:n}=e,r=Pl(n),i=Ll(t,/^changelog(\.\w+)?$/i)?.text;if(!r||i==null)return;let{operations:a}=e.connector,{maximum:o}=e.options,s=a.filter(({deprecated:e})=>!e).length;s>o&&hu(i).length===1&&e.report(`many`,r.at(),[s,o],r.options)}})});function hu(e){return[...e.matchAll(/^#{1,4}[ \t]{1,9}(?:[^\n\d]{0,60}[ \t[])?\[?v?(\d+\.\d+\.\d+[\w.+-]*)|^v?(\d+\.\d+\.\d+[\w.+-]*)[^\n]*\n[=-]{3,}/gm)].map(([,e,t])=>e??t??``)}const gu=z({id:`listing/support-contact`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names in the README where users get help.`,why:`A connector without a support contact is not listed: its users would have nobody to ask.`,remedy:"Add the support email, documentation or help centre of `listing.yml` to the README.",sources:[Rl]},messages:{noReadme:()=>`The project has no README that names a support contact.`,missing:()=>`The README names no support contact.`},examples:{bad:[{name:`no README`,source:J,files:{"listing.yml":q()},reports:[`noReadme`]},{name:`a README without a contact`,source:J,files:{"listing.yml":q(),"README.md":`# Shop

Connects shops.
`},reports:[`missing`]},{name:`a README with an address for examples`,source:J,files:{"listing.yml":q(),"README.md":`# Shop

Log in as joe@example.com.
`},reports:[`missing`]}],good:[{name:`an address for examples, and a way to get help`,source:J,files:{"listing.yml":q(),"README.md":`# Shop

For joe@example.com.

Help: https://shop.example/ask
`}},{name:`the contact of the manifest`,source:J,files:{"listing.yml":q(),"README.md":`# Shop

Write to help@shop.example.
`}},{name:`another way to get help`,source:J,files:{"listing.yml":q(),"README.md":`# Shop

## Support

https://shop.example/help
`}},{name:`an address without its beginning`,source:J,files:{"listing.yml":q(),"README.md":`# Shop

Help: www.shop.example/ask
`}}]},create:e=>({project(t){let{project:n}=e,r=Pl(n);if(!r)return;let i=Ll(t,/^readme(\.\w+)?$/i);i?i.text!==null&&!_u(i.text,Object.values(r.manifest.support))&&e.report(`missing`,null,[],{file:Fl(n,i.name)}):e.report(`noReadme`,r.atKey(`support`),[],r.options)}})});function _u(e,t){let n=e.toLowerCase();return t.some(e=>e!==void 0&&n.includes(e.toLowerCase()))||/(?<![\w.+-])[\w.+-]+@(?!example\.(?:com|net|org)\b)[\w-]+(?:\.[\w-]+)+/.test(n)?!0:/\b(?:support|help|contact|issues)\b/.test(n)&&/\b(?:https?:\/\/|www\.)\S/.test(n)}const vu=`{ company: Example Ltd, relation: beta user, recipes: 2, jobs: 40 }`,yu=z({id:`listing/testers`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Was tested by others than its author.`,why:`Whoever wrote the connector knows what to enter; others find what is not clear.`,remedy:"Let others build recipes with it, and add them under `testing.testers` with how many recipes and jobs they ran.",sources:[Bl]},options:{minimum:{kind:`integer`,default:1,summary:`The fewest testers who ran something.`}},messages:{few:(e,t)=>`The manifest names ${e} testers who ran jobs, of at least ${t}.`},examples:{bad:[{name:`no testers`,source:J,files:{"listing.yml":q()},reports:[`few`]},{name:`a tester who ran nothing`,source:J,files:{"listing.yml":q({testing:`{ testers: [${vu.replace(`40`,`0`)}] }`})},reports:[`few`]}],good:[{name:`a beta user`,source:J,files:{"listing.yml":q({testing:`{ testers: [${vu}] }`})}}]},create:e=>({project(){let{project:t}=e,n=Pl(t);if(!n)return;let r=(n.manifest.testing?.testers??[]).filter(({jobs:e,recipes:t})=>e>0&&t>0),{minimum:i}=e.options;r.length>=i||e.report(`few`,n.atKey(`testing`,`testers`),[r.length,i],n.options)}})}),bu=z({id:`listing/tests`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Has tests that name every action and trigger.`,why:`Reviewers see from the tests what was tried, and later versions are less likely to break recipes.`,remedy:"Add a spec for the operation under `spec/`; the SDK's `workato generate test` writes a first one.",sources:[Vl]},messages:{none:()=>"The project has no tests under `spec/`.",untested:(e,t)=>`No test under \`spec/\` names the ${e} \`${t}\`.`},examples:{bad:[{name:`no tests`,source:J,files:{"listing.yml":q()},reports:[`none`]},{name:`a trigger without a test`,source:U`
          {
            connection: {},
            actions: { create_order: { title: 'Create order' } },
            triggers: { new_order: { title: 'New order' } }
                        ^^^^^^^^^^ untested
          }
        `,files:{"listing.yml":q(),"spec/shop_spec.rb":`connector.actions.create_order.execute
`}}],good:[{name:`a name that is no word`,source:`{ connection: {}, actions: { 'create-order' => {} } }
`,files:{"listing.yml":q(),"spec/shop_spec.rb":`connector.actions['create-order'].execute
`}},{name:`a test for each`,source:J,files:{"listing.yml":q(),"spec/actions/create_order_spec.rb":`RSpec.describe 'actions/create_order'
`,"spec/triggers_spec.rb":`connector.triggers.new_order.poll
`}}]},create:e=>({project(t){let{project:n}=e,r=Pl(n);if(!r||t.size>=2e3)return;let i=[...t].filter(([e])=>/^spec\/.*\.rb$/.test(e));if(i.length===0){e.report(`none`,null,[],r.options);return}if(i.some(([,{bytes:e}])=>e===null))return;let a=new TextDecoder,o=i.map(([e,{bytes:t}])=>`${e} ${a.decode(t??void 0)}`),s=new Set(o.flatMap(e=>e.match(/\w+/g)??[]));for(let t of e.connector.operations){let{name:n,kind:r,deprecated:i}=t;i||s.has(n)||s.has(`${n}_spec`)||/\W/.test(n)&&o.some(e=>e.includes(n))||e.report(`untested`,t,[r,n])}}})}),xu=`[{ title: Orders, description: New orders are copied., actions: [create_order], triggers: [new_order] }]`,Su=z({id:`listing/use-cases`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a use case for every action and trigger.`,why:`Reviewers try the connector by its use cases; an operation that is in none has no known use and is not tried.`,remedy:"Name the operation in a use case of `listing.yml`, or leave it out of the connector until somebody needs it.",sources:[zl]},messages:{none:()=>`The manifest has no use cases.`,uncovered:(e,t)=>`The ${e} \`${t}\` is in no use case.`,unknown:(e,t,n,r)=>`The use case \`${e}\` names the ${t} \`${n}\`, which the connector does not have${r}.`},examples:{bad:[{name:`no use cases`,source:J,files:{"listing.yml":q()},reports:[`none`]},{name:`a trigger in no use case`,source:J,files:{"listing.yml":q({use_cases:`[{ title: Orders, description: Orders are made., actions: [create_order] }]`})},reports:[`uncovered`]},{name:`a misspelt action`,source:J,files:{"listing.yml":q({use_cases:xu.replace(`create_order`,`create_orders`)})},reports:[`unknown`,`uncovered`]}],good:[{name:`all in a use case`,source:J,files:{"listing.yml":q({use_cases:xu})}},{name:`a deprecated action in none`,source:J.replace(`title: 'Create order'`,`title: 'Create order', deprecated: true`),files:{"listing.yml":q({use_cases:xu.replace(`actions: [create_order], `,``)})}},{name:`an action with a name that the manifest cannot have`,source:J.replace(`create_order`,`'create-order'`),files:{"listing.yml":q({use_cases:xu.replace(`actions: [create_order], `,``)})}},{name:`operations that are not known`,source:`{ connection: {}, actions: actions_of(x) }
`,files:{"listing.yml":q({use_cases:xu.replace(`new_order`,`x`).replace(`triggers`,`actions`).replace(`actions: [create_order], `,``)})}}]},create:e=>({project(){let{project:t}=e,n=Pl(t);if(!n)return;let r=n.manifest.use_cases??[],{actions:i,triggers:a,operations:o}=e.connector;if(r.length===0)o.length>0&&e.report(`none`,n.at(),[],n.options);else for(let[t,o]of[[`action`,i],[`trigger`,a]]){let i=`${t}s`,a=new Set(r.flatMap(e=>e[i]??[]));for(let[a,s]of r.entries())for(let[r,c]of(s[i]??[]).entries()){if(!o.closed||o.has(c))continue;let l=n.at(`use_cases`,a,i,r);e.report(`unknown`,l,[s.title,t,c,Cu(c,o)],n.options)}for(let r of o.entries){if(!/^\w{1,100}$/.test(r.name)||r.deprecated||a.has(r.name))continue;let i=n.atKey(`use_cases`);e.report(`uncovered`,i,[t,r.name],{...n.options,path:r.path})}}}})});function Cu(e,t){let n=bl(e,t.entries.map(e=>e.name));return n===null?``:`; perhaps \`${n}\` is meant`}const wu=String.raw`(0|[1-9]\d{0,15})`,Tu=String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`,Eu=new RegExp(String.raw`^${wu}\.${wu}\.${wu}(?:-(${Tu}(?:\.${Tu})*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$`);function Du(e){let t=e.length>100?null:Eu.exec(e);if(!t)return null;let[,n,r,i,a]=t;return{text:e,core:[BigInt(n),BigInt(r),BigInt(i)],prerelease:a===void 0?[]:a.split(`.`)}}function Ou(e,t){for(let[n,r]of e.core.entries()){let e=t.core[n];if(r!==e)return r<e?-1:1}if(e.prerelease.length===0||t.prerelease.length===0)return t.prerelease.length-e.prerelease.length;for(let[n,r]of e.prerelease.entries()){let e=t.prerelease[n];if(e===void 0)return 1;let i=ku(r,e);if(i!==0)return i}return e.prerelease.length-t.prerelease.length}function ku(e,t){let[n,r]=[/^\d+$/.test(e),/^\d+$/.test(t)];return n===r?n&&e.length!==t.length?e.length-t.length:e===t?0:e<t?-1:1:n?-1:1}const Au=/^(?<level>#{1,4})[ \t]+(?:(?:version|release)[ \t]+)?\[?v?(?<hashed>\d+\.\d[\w.+-]*)|^v?(?<underlined>\d+\.\d[\w.+-]*)[^\n]*\n[=-]{3,}/gim,ju=/^(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}\.\d{1,2}\.\d{1,2})$/,Mu=z({id:`listing/version`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Numbers its versions as SemVer does, the newest first.`,why:`A release is listed only when its version is newer than the one before, and users read the changelog from the top.`,remedy:"Head each entry with a version such as `1.2.0`, once, and put the newest entry first.",sources:[Rl,`https://semver.org/spec/v2.0.0.html`]},messages:{notSemVer:e=>`The heading \`${e}\` is no version as SemVer defines it, such as \`1.2.0\`.`,order:(e,t)=>`The entry of \`${e}\` comes before that of \`${t}\`, which is the newer one.`,repeated:e=>`There are two entries for \`${e}\`.`},examples:{bad:[{name:`a version of two numbers`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`# Changelog

## v1.0 - first
`},reports:[`notSemVer`]},{name:`a release of two numbers`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`# Changelog

## Release 1.0
`},reports:[`notSemVer`]},{name:`the newest at the end`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`## 1.0.0

- First.

## 1.1.0

- More.
`},reports:[`order`]},{name:`an entry that was copied`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`## [1.1.0]

- More.

## [1.1.0]

- First.
`},reports:[`repeated`]}],good:[{name:`the newest first`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`## Unreleased

## 1.10.0

- More.

## 1.9.0-rc.1

- First.
`}},{name:`days of releases, and a full stop`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`## 05.01.2026

- More.

## 1.0.0.

- First.
`}},{name:`numbers of other things`,source:J,files:{"listing.yml":q(),"CHANGELOG.md":`## 1.0.0

### 2.5 times as fast
`}}]},create:e=>({project(t){let{project:n}=e,r=Pl(n)?.manifest;if(!r)return;let i=r.changelog.replace(`.`,String.raw`\.`),a=Ll(t,RegExp(`^${i}$`,`i`));if(typeof a?.text!=`string`)return;let o={file:Fl(n,a.name)},s=[];for(let{text:t,at:n}of Nu(a.text)){let r=Du(t);if(!r&&ju.test(t))continue;if(!r){e.report(`notSemVer`,n,[t],o);continue}let i=s.at(-1);if(s.push(r),!i)continue;let a=Ou(i,r);a===0?e.report(`repeated`,n,[t],o):a<0&&e.report(`order`,n,[i.text,t],o)}}})});function Nu(e){let t=[],n;for(let r of e.matchAll(Au)){let i=r.groups?.level??``;n??=i;let a=(r.groups?.hashed??r.groups?.underlined??``).replace(/[.+-]{1,3}$/,``);if(i!==n||t.length>=500)continue;let o=qn(e.slice(0,r.index+r[0].indexOf(a)));t.push({text:a,at:Il({start:o,end:o+a.length})})}return t}const Pu=[Hl,Ul,Gl,Yl,Xl,su,cu,du,fu,mu,gu,yu,bu,Su,Mu];function Fu(e){let t=({node:t,parent:n,lambda:r})=>{n instanceof _&&n.receiver===t&&e(n,r)};return[B(xe,t),B(be,t)]}const Iu={File:/^(?:open|read|write|delete|unlink|new|readlines|foreach|rename|binread|binwrite)$/u,Dir:/^(?:glob|entries|children|mkdir|rmdir|delete|\[\]|each_child)$/u,IO:/^(?:popen|read|write|binread|binwrite|readlines|foreach|sysopen|open|pipe)$/u,Open3:/./u,Process:/^(?:spawn|fork|kill|exec|daemon)$/u,Kernel:/^(?:system|exec|spawn|eval|fork|open)$/u,Marshal:/^(?:load|restore)$/u,YAML:/^(?:load|unsafe_load|load_file)$/u,ENV:/./u},Lu=[`instance_eval`,`class_eval`,`module_eval`],Ru=[`send`,`public_send`,`__send__`],zu=z({id:`security/code-execution`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Runs no code built at run time, no shell, and reads no files.`,why:`Who controls the data that becomes code controls the connector and every account it is connected to.`,remedy:"Choose between known cases with `case`, and parse data with `parse_json` or `parse_xml`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/whitelist-removal.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{code:e=>`\`${e}\` runs code that is only put together when the connector runs.`,shell:e=>`\`${e}\` starts a program outside of the connector.`,system:e=>`\`${e}\` reaches beyond the connector into the system it runs on.`},examples:{bad:[{name:`an input that is evaluated`,source:U`
          { actions: { run: { execute: lambda { |_c, input| { result: eval(input['code']) } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^ code
        `},{name:`a shell command`,source:U`
          { actions: { run: { execute: lambda { |_c, input| { result: system('ls') } } } } }
                                                                      ^^^^^^^^^^^^ shell
        `},{name:`a file that is read`,source:U`
          { actions: { run: { execute: lambda { |_c, input| { result: File.read('/etc/hosts'), home: ::Dir.entries('.') } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^ system
                                                                                                     ^^^^^^^^^^^^^^^^^^ system
        `},{name:`a method chosen by the input`,source:U`
          { actions: { run: { execute: lambda { |_c, input| { result: 'a'.send(input['m']) } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^^ code
        `}],good:[{name:`the name of a file`,source:U`{ methods: { ext: lambda { |name| File.extname(name) } } }`},{name:`a method chosen by the author`,source:U`{ methods: { up: lambda { |v, down| [v.send(:upcase), v.send(down ? :downcase : :to_s)] } } }`},{name:`a copy`,source:U`{ methods: { copy: lambda { |rows| Marshal.load(Marshal.dump(rows)) } } }`}]},create:e=>{let t=e=>({span:C(e.node),path:e.lambda?.path??null}),n=n=>{w(n.node).length>0&&e.report(`code`,t(n),[n.node.name])},r=n=>{w(n.node).length>0&&e.report(`shell`,t(n),[n.node.name])};return{bareCall:{eval:n,instance_eval:n,class_eval:n,system:r,exec:r,spawn:r},node:[B(Kt,({node:t,lambda:n})=>{e.report(`shell`,{span:C(t),path:n?.path??null},[`%x`])}),B(rt,({node:t,lambda:n})=>{e.report(`shell`,{span:C(t),path:n?.path??null},[`%x`])}),...Fu((t,n)=>{let{receiver:r,name:i}=t,a=$t(r)??``;if(!Bu(a)||!Iu[a].test(i)||a===`Marshal`&&Vu(w(t)[0]))return;let o={span:C(t),path:n?.path??null};e.report(`system`,o,[`${a}.${i}`])}),V([...Lu,...Ru],({node:t,lambda:n})=>{t.receiver&&!Bu($t(t.receiver)??``)&&Hu(t)&&e.report(`code`,{span:C(t),path:n?.path??null},[t.name])})]}}});function Bu(e){return Object.hasOwn(Iu,e)}function Vu(e){return e instanceof _&&e.name===`dump`}function Hu(e){let[t]=w(e);return!t||e.block instanceof le||t instanceof st?!1:Lu.includes(e.name)?!0:!(t instanceof S||t instanceof x||t instanceof He)}const Uu=/^(?:x+|\*+|\.+|-+|_+|<.*>|\{.*\}|\$\{.*|\$[A-Z_]+|%.*%|\[.*\]|#\{.*|null|nil|none|~|n\/a|todo|tbd|changeme|change_me|(?:your|my|our|some|any|insert|enter|replace|test|dummy|fake|mock|sample|example|demo|foo|bar)(?![a-z0-9]{8})[\w .-]*|(.)\1+)$/iu,Wu=/^(?:dummy|fake|insert|replace|sample)|xox[a-z]-(?:test|fake|dummy)|example|placeholder|redacted|filtered|sanitized|change.?me|your[_ -]?\w|x{4,}|\*{3,}|<[\w ]+>|\.\.\.|(?:_|\b)here\b/iu,Gu=/^(?:(?:the|a|api|client|access|auth|app|user|bearer|basic|private|public|secret|refresh)?[_ -]?(?:pass(?:word|phrase)?|passwd|pwd|secret|token|key|credentials?|api_?key|id)s?\d{0,12}|qwerty.*|a1b2c3d4.*|abc(?:def)?.*|0?123(?:4.*)?)$/iu,Ku=/^(?:2YotnFZFEjr1zCsicMWpAA|tGzv3JOkF0XG5Qx2TlKWIA|SplxlOBeZQQYbYS6WxSbIA|czZCaGRSa3F0MzpnWDFmQmF0M2JW|mF_9\.B5f-4\.1JqM|QWxhZGRpbjpvcGVuIHNlc2FtZQ==|dXNlcm5hbWU6cGFzc3dvcmQ=?|dXNlcjpwYXNzd29yZA(?:==)?|gh\w_16C7e42F292c6912E7710c838347Ae178B4a)$/u,qu=/1234567890|j(?:ohn|ane)[ ._]?doe|example\.(?:com|org|net)/iu;function Ju(e){return e===``||Uu.test(e)||Wu.test(e)||Gu.test(e)?!0:Ku.test(e)||Yu(e)}function Yu(e){let t=/\.(?<claims>eyJ[\w-]+)/u.exec(e)?.groups?.claims??``,n=t.slice(0,t.length-t.length%4);return qu.test(atob(n.replace(/-/gu,`+`).replace(/_/gu,`/`)))}function Xu(e,t){return e.length<t||e.length>4096||!/^[\w.~=+/:-]+$/u.test(e)||!/\d/u.test(e)||!/[a-z]/iu.test(e)||Ju(e)?!1:new Set(e).size>=6&&!Zu(e)}function Zu(e){let t=e.split(/[_-]/u);return t.length>1&&t.every(e=>/^(?:[A-Za-z]+\d{0,2}|\d{1,4})$/u.test(e))}let Qu;const $u=()=>Qu??=(0,e.createRequire)(require("url").pathToFileURL(__filename).href)(`./secrets.cjs`),ed=(...e)=>$u().scan(...e),td=[{what:`a private key`,pattern:/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/gu,source:`https://www.rfc-editor.org/rfc/rfc7468`},{what:`an AWS access key`,pattern:/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/gu,source:`https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html`},{what:`a GitHub token`,pattern:/\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,251})\b/gu,source:`https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github`},{what:`a Slack token`,pattern:/\bxox[abposre]-[A-Za-z0-9-]{10,250}/gu,source:`https://docs.slack.dev/authentication/tokens`},{what:`a Stripe key`,pattern:/\b[sr]k_live_[A-Za-z0-9]{16,250}/gu,source:`https://docs.stripe.com/keys`},{what:`a Google API key`,pattern:/\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/gu,source:`https://cloud.google.com/docs/authentication/api-keys`},{what:`a Google client secret`,pattern:/\bGOCSPX-[0-9A-Za-z_-]{28}(?![0-9A-Za-z_-])/gu,source:`https://developers.google.com/identity/protocols/oauth2`},{what:`a Mailchimp key`,pattern:/\b[0-9a-f]{32}-us\d{1,2}\b/gu,source:`https://mailchimp.com/developer/marketing/docs/fundamentals/`},{what:`a HubSpot token`,pattern:/\bpat-(?:na|eu)\d-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gu,source:`https://developers.hubspot.com/docs/guides/apps/private-apps/overview`},{what:`an Atlassian token`,pattern:/\bATATT3[A-Za-z0-9_=-]{60,400}/gu,source:`https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/`},{what:`an Airtable token`,pattern:/\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/gu,source:`https://airtable.com/developers/web/guides/personal-access-tokens`},{what:`a JSON Web Token`,pattern:/\beyJ[A-Za-z0-9_-]{10,4000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,4000}/gu,source:`https://www.rfc-editor.org/rfc/rfc7519`}],nd={aws:`an AWS credential`,gcp:`a key of a Google service account`,privatekey:`a private key`,npm:`an npm token`,basicauth:`an address with credentials`,slack:`a Slack token`,sendgrid:`a SendGrid key`,shopify:`a Shopify token`,github:`a GitHub token`,gitlab:`a GitLab token`,grafana:`a Grafana token`,openai:`an OpenAI key`,anthropic:`an Anthropic key`,groq:`a Groq key`,huggingface:`a Hugging Face token`,linear:`a Linear key`,notion:`a Notion token`,"1password":`a 1Password token`,"database-connection-string":`an address of a database with its password`,"hashicorp-vault":`a token of HashiCorp Vault`,vercel:`a Vercel token`,databricks:`a Databricks token`,docker:`a Docker token`,figma:`a Figma token`},rd=/-----BEGIN|AKIA|ASIA|xox/gu,id=/:\/\/[^\s/@:'"]*:[^\s/@'"]+@$/u,ad=/^(?:(?=[^A-Z\s]*[A-Z])(?=[A-Z\d_+=-]*[a-z])[A-Za-z_+=-]*\d|[A-Za-z_+=-]*(?:\d+[A-Za-z_+=-]+){2})/u,od=4e3;function sd(e){let t=ud(e);if(t.length===0)return[];let n=t.map(e=>e.text).join(`
`),r=[...cd(n),...ld(n)].filter(({start:e,end:t})=>!Ju(n.slice(e,t))).sort((e,t)=>e.start-t.start||t.end-e.end),i=[],a=-1;for(let{what:e,start:n,end:o}of r){if(n<a)continue;a=o;let r=hd(t,n);i.push({what:e,start:r,end:r+(o-n)})}return i}function cd(e){return td.flatMap(({what:t,pattern:n})=>Array.from(e.matchAll(n),e=>({what:t,start:e.index,end:e.index+e[0].length})))}function ld(e){return ed(e).flatMap(({rule:t,start:n,end:r})=>{let i=nd[t],a=e.slice(n,r).replace(/["'`,;)\]}]+$/u,``).length;return i===void 0?[]:[{what:i,start:n,end:n+a}]})}function ud(e){let t=[],n=0,r=0;for(let i of dd(e)){if(i<r)continue;let a=e.lastIndexOf(`
`,i-1)+1;r=Math.max(r,i-(i-a)%od);let o=!1;do{if(n>=524288)return t;let i=e.indexOf(`
`,r),a=Math.min(i===-1?e.length:i,r+od),s=e.slice(r,a);t.push({text:s,at:r,inDigest:n}),n+=s.length+1,o=(o||s.includes(`-----BEGIN`))&&!s.includes(`-----END`),r=a===i?a+1:a}while(o&&r<e.length)}return t}function dd(e){let t=fd(e);for(let{index:n}of e.matchAll(rd))t.push(n);let n=0;for(let r=e.indexOf(`@`);r!==-1;r=e.indexOf(`@`,n))id.test(e.slice(Math.max(n,r-1e3),r+1))&&t.push(r),n=r+1;return t.sort((e,t)=>e-t)}function fd(e){let t=[],n=/\d/gu,r=0;for(;n.test(e);){let i=n.lastIndex-1;for(;i>r&&md(e.charCodeAt(i-1));)i--;for(r=n.lastIndex;r<e.length&&md(e.charCodeAt(r));)r++;n.lastIndex=r,r-i>=16&&ad.test(e.slice(i,i+od))&&t.push(i)}return t}const pd=Uint8Array.from({length:128},(e,t)=>+!!/[\w+=-]/u.test(String.fromCharCode(t)));function md(e){return pd[e]===1}function hd(e,t){let n=0,r=e.length-1;for(;n<r;){let i=n+r+1>>1;e[i].inDigest<=t?n=i:r=i-1}let i=e[n];return i.at+(t-i.inDigest)}const gd=/(?:^|_)(?:password|passwd|passphrase|pwd|secret|token|api_?key|access_key|secret_key|private_key|credentials?)$/u,_d=/(?:^|_)(?:public|key_id|page|next|sync|cursor|continuation|cancellation|csrf|xsrf|has|use|is|enable)(?:_|$)/u;function vd(e){if(!/pass|pwd|secret|token|key|credential/iu.test(e))return!1;let t=e.replace(/(?<=[a-z\d])(?=[A-Z])/gu,`_`).replace(/[\s.-]/gu,`_`).toLowerCase();return gd.test(t)&&!_d.test(t)}function*yd(e,t){let n=0;for(let[r,{bytes:i}]of e)if(i&&t(r)){if(n+=i.length,n>16777216)return;yield{path:r,text:new TextDecoder(`utf-8`,{ignoreBOM:!0}).decode(i)}}}function bd({path:e,text:t}){return/\.(?:ya?ml|json)$/iu.test(e)&&t.includes(`http_interactions`)}function xd(e,t,n){let r=qn(e.slice(0,t));return{start:r,end:r+qn(e.slice(t,n))}}const Sd=/^(?:settings|account_properties)[^/]*\.ya?ml$/u,Cd=/^(?:spec|fixtures|tape_library)\//u,wd=z({id:`security/committed-secrets`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Keeps the master key and plain settings out of the repository.`,why:`They are, or decrypt, the credentials of a real account, and git keeps them for ever.`,remedy:"Remove the file from the repository, revoke the credentials, and use `settings.yaml.enc` with `master.key` ignored.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html`]},messages:{key:e=>`The key file \`${e}\` is in the repository.`,token:(e,t)=>`The file \`${e}\` holds ${t}.`,entry:(e,t)=>`The value of \`${t}\` in \`${e}\` looks like one of a real account.`,settings:(e,t)=>`The plain settings in \`${e}\` hold a value for \`${t}\`.`},examples:{bad:[{name:`a master key`,source:U`{ title: 'Acme' }`,files:{"master.key":`0123456789abcdef0123456789abcdef`},reports:[`key`]},{name:`another key file`,source:U`{ title: 'Acme' }`,files:{"keys/production.key":`0f1e2d3c4b5a69788796a5b4c3d2e1f0
`,"keys/README.key":`see the wiki
`},reports:[`key`]},{name:`plain settings`,source:U`{ title: 'Acme' }`,files:{"settings.yaml":`api_key: f81d4fae7dec11d0
`},reports:[`settings`]},{name:`plain settings of one of several accounts`,source:U`{ title: 'Acme' }`,files:{"settings.sandbox.yml":`valid:
  user: joe
  password: 'hunter2-Qx'
`},reports:[`settings`]},{name:`a key that was pasted into the settings`,source:U`{ title: 'Acme' }`,files:{"settings.yaml":`certificate: |
  -----BEGIN PRIVATE KEY-----
  MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDF3kq
  -----END PRIVATE KEY-----
`},reports:[`token`]},{name:`a token in the output that was taken for a fixture`,source:U`{ title: 'Acme' }`,files:{"fixtures/actions/login/output.json":`{ "user": "joe", "access_token": "q7Zr5Kd02mVx81LpWn4sTb" }`,"spec/connector_spec.rb":`let(:settings) { { token: 'xoxb-1234567890-abcdefghij' } }
`},reports:[`entry`,`token`]}],good:[{name:`settings that say where the secret is`,source:U`{ title: 'Acme' }`,files:{"settings.yaml":`api_token: string
user_token: ENV['TOKEN']
password: see 1password
private_key: keys/acme.pem
jwt_token: made-at-runtime
`}},{name:`made-up values of fixtures`,source:U`{ title: 'Acme' }`,files:{"fixtures/actions/login/output.json":`{ "access_token": "test-token", "token": "abc123", "next_page_token": "q7Zr5Kd02mVx81LpWn4sTb" }`}},{name:`encrypted settings`,source:U`{ title: 'Acme' }`,files:{"settings.yaml.enc":`x`}},{name:`a placeholder`,source:U`{ title: 'Acme' }`,files:{"settings.yaml":`api_key: <your key>
subdomain: acme
`}}]},create:e=>({project(t){let n=e.project.path===`.`?``:`${e.project.path}/`;for(let[r,i]of t)Td(r,i)&&e.report(`key`,null,[r],{file:n+r});for(let r of yd(t,e=>Sd.test(e)||Cd.test(e))){if(bd(r))continue;let t={file:n+r.path};for(let{what:n,start:i,end:a}of sd(r.text)){let o=xd(r.text,i,a);e.report(`token`,{span:o,path:null},[r.path,n],t);break}if(Sd.test(r.path))for(let{name:n,span:i,isSure:a}of Ed(r)){let o=a?`error`:`warning`;e.report(`settings`,{span:i,path:null},[r.path,n],{...t,severity:o})}else{let n=Od(r);n&&e.report(`entry`,{span:n.span,path:null},[r.path,n.name],{...t,severity:`warning`})}}}})});function Td(e,{size:t,bytes:n}){if(!e.endsWith(`.key`)||t===0)return!1;if(/(?:^|\/)master\.key$/u.test(e))return!0;let r=n&&t<1e4?new TextDecoder().decode(n).trim():``;return/^[0-9a-f]{32,512}$/iu.test(r)||sd(r).some(({what:e})=>e===`a private key`)}function Ed({text:e}){let t=[];for(let n of e.matchAll(/^[ \t]*(?<name>[\w.-]{1,80})[ \t]*:[ \t]*(?<value>\S[^\r\n]{0,500})$/gmu)){let r=(n.groups?.value??``).replace(/\s+#.*$/u,``).replace(/^(["'])(.*)\1$/u,`$2`),i=n.groups?.name??``;if(!vd(i)||r.length<6||/^[|>&*!]/u.test(r)||Ju(r)||Dd(r))continue;let a=n.index+n[0].indexOf(i),o=/\d/u.test(r)&&/[a-z]/iu.test(r)&&r.length>=8;t.push({name:i,span:xd(e,a,a+i.length),isSure:o})}return t}function Dd(e){return/\s|\bENV\b|^[\w.~-]*\/[\w./-]*\.\w{2,4}$|^[a-z]+(?:[_-][a-z]+)*$/u.test(e)}function Od({path:e,text:t}){if(!e.endsWith(`.json`))return null;for(let e of t.matchAll(/"(?<name>[\w.-]{1,80})"\s*:\s*"(?<value>[^"\\\n]{16,4096})"/gu)){let{name:n=``,value:r=``}=e.groups??{};if(!vd(n)||!Xu(r,16))continue;let i=e.index+1;return{name:n,span:xd(t,i,i+n.length)}}return null}const kd=z({id:`security/credential-output`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Keeps credentials out of messages.`,why:`Job reports, the console and mails about errors show them to people without access to the connection.`,remedy:`Name what failed, without the credentials.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/debugging.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{credential:e=>`\`${e}\` shows credentials of the connection.`,output:()=>`The output of the step has the whole connection in it.`},examples:{bad:[{name:`the whole connection`,source:U`
          { test: lambda { |connection| error("Failed with #{connection}") } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credential
        `},{name:`a key`,source:U`
          { test: lambda { |conn| puts conn['api_key'] } }
                                  ^^^^^^^^^^^^^^^^^^^^ credential
        `},{name:`a message that is joined, and an output with all of the connection`,source:U`
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
        `}],good:[{name:`a subdomain`,source:U`{ test: lambda { |connection| error("Failed for #{connection['subdomain']}") } }`},{name:`an answer that is called a connection`,source:U`
          {
            actions: {
              link: {
                execute: lambda do |_connection, input|
                  connection = post('/connections', input)
                  error("Not linked: #{connection}") if connection['id'].blank?
                  input.merge(connection)
                end
              }
            }
          }
        `}]},create:e=>{let t=({node:t,lambda:n,blocks:r})=>{n&&!r&&w(t).some(e=>jd(e,n))&&e.report(`credential`,{span:C(t),path:n.path},[t.name])};return{node:[V([`merge`,`reverse_merge`],({node:t,lambda:n,usage:r})=>{r===`tail`&&n?.key===`execute`&&w(t).some(e=>Ad(e,n))&&e.report(`output`,{span:C(t),path:n.path},[])})],bareCall:{error:t,raise:t,puts:t,p:t,pp:t,print:t}}}});function Ad(e,t){return e instanceof y&&or(e.name,t)}function jd(e,t){let n=e=>jd(e,t);if(e instanceof y)return Ad(e,t);if(e instanceof v)return e.parts.some(n);if(e instanceof De)return e.statements?.body.some(n)??!1;if(!(e instanceof _))return!1;let{receiver:r,name:i}=e;return i===`+`&&r?[r,...w(e)].some(n):Ad(r,t)?[`to_s`,`inspect`,`to_json`].includes(i)?!0:(i===`[]`||i===`dig`)&&vd(E(w(e)[0])??``):!1}const Md=z({id:`security/foreign-host`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Sends requests to the application's own hosts only.`,why:`Another host could receive customers' data, and a listing asks for none but the application's API.`,remedy:"Remove the request, or name a further domain of the same vendor in the rule's option `hosts`.",sources:[`https://docs.workato.com/en/developing-connectors/community/certification.html`]},options:{hosts:{kind:`strings`,default:[],summary:"Domains of the same vendor, such as `acme-files.com`."}},messages:{foreign:(e,t)=>`The request goes to \`${e}\`, while the connection is one to \`${t}\`.`},examples:{bad:[{name:`a request to somebody else`,source:U`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.com' } },
            actions: { add: { execute: lambda { |_c, input| post('https://hooks.example.net/log', input) } } }
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ foreign
          }
        `}],good:[{name:`another host of the application`,source:U`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.co.uk' } },
            actions: { add: { execute: lambda { |_c, input| post('https://files.acme.co.uk/log', input) } } }
          }
        `},{name:`a login elsewhere, in a method`,source:U`
          {
            connection: {
              base_uri: lambda { |_c| 'https://api.acme.com' },
              authorization: { type: 'custom_auth', acquire: lambda { |connection| call('log_in', connection) } }
            },
            methods: { log_in: lambda { |connection| post('https://acme.auth0.com/oauth/token', key: connection['key']) } }
          }
        `},{name:`a login with a host for trying things out`,source:U`
          {
            connection: {
              base_uri: lambda { |_c| 'https://api.acme.com' },
              authorization: {
                type: 'oauth2',
                token_url: lambda { |c| c['trial'] ? 'https://login.testpad.io/token' : 'https://login.acme.com/token' }
              }
            },
            actions: { add: { execute: lambda { |_c, input| post('https://api.testpad.io/log', input) } } }
          }
        `},{name:`another domain of the vendor`,source:U`
          {
            connection: { base_uri: lambda { |_c| 'https://api.acme.com' } },
            actions: { add: { execute: lambda { |_c, input| post('https://dl.acmefiles.net/log', input) } } }
          }
        `},{name:`an address that the user gives`,source:U`
          {
            connection: { base_uri: lambda { |c| c['address'] } },
            actions: { add: { execute: lambda { |_c, input| post('https://files.acme.com/log', input) } } }
          }
        `}]},create:e=>({end(){let t=Pd(e.connector),[n]=t;if(!n)return;let r=new Set([...t,...e.options.hosts.map(Ld)]);for(let i of e.connector.requests){let a=Fd(i.url);a&&!r.has(Ld(a))&&([...t].some(e=>Nd(e,Ld(a)))||e.report(`foreign`,i,[a,n]))}}})});function Nd(e,t){let[n=``,r=``]=[e,t].map(e=>e.split(`.`)[0]);return Math.min(n.length,r.length)>=3&&(n.startsWith(r)||r.startsWith(n))}function Pd(e){let t=new Set;for(let n of e.lambdas.filter(({key:e})=>e===`base_uri`))for(let e of R(n.result())){let n=Fd(e);if(!n)return new Set;t.add(Ld(n))}if(t.size===0)return t;let n=An(e),r=[...e.requests.filter(({lambda:e})=>n(e)).map(({url:e})=>e),...e.lambdas.filter(({key:e})=>/^(?:authorization|token)_url$/u.test(e)).map(e=>e.result())];for(let e of r.flatMap(R)){let n=Fd(e);n&&t.add(Ld(n))}return t}function Fd(e){let t=mn(e,`\0`)??``,n=/^https?:\/\/(?:[^/?#@\s]*@)?(?<host>[^/?#:\s]+)(?=[/?#:]|$)/iu.exec(t)?.groups?.host;if(!n)return null;let r=Ld(n);return r.includes(`\0`)||!r.includes(`.`)||/^[\d.]+$/u.test(r)?null:n.replaceAll(`\0`,`…`)}const Id=/\.(?:co|com|net|org|gov|edu|ac)\.[a-z]{2}$/u;function Ld(e){let t=e.toLowerCase();return t.split(`.`).slice(Id.test(t)?-3:-2).join(`.`)}const Rd=z({id:`security/gitignore-master-key`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lets git ignore the master key.`,why:`The key decrypts the settings beside it, and is committed by accident where nothing prevents it.`,remedy:"Add a line `master.key` to `.gitignore`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html`]},messages:{notIgnored:()=>"Nothing in `.gitignore` keeps `master.key` out of the repository."},examples:{bad:[{name:`encrypted settings without a .gitignore`,source:U`{ title: 'Acme' }`,files:{"settings.yaml.enc":`x`},reports:[`notIgnored`]},{name:`a file that is ignored and then not`,source:U`{ title: 'Acme' }`,files:{"settings.yaml.enc":`x`,".gitignore":`*.log
*.key
!master.key
`},reports:[`notIgnored`]},{name:`patterns for other keys only`,source:U`{ title: 'Acme' }`,files:{"account_properties.yaml.enc":`x`,".gitignore":`# master.key
master.key.bak
/certs/*.key
`},reports:[`notIgnored`]}],good:[{name:`an ignored key`,source:U`{ title: 'Acme' }`,files:{"settings.yaml.enc":`x`,".gitignore":`coverage/
*.key
`}},{name:`a project without encrypted settings`,source:U`{ title: 'Acme' }`,files:{}}]},create:e=>({project(t){if(e.project.path!==`.`||![...t.keys()].some(e=>e.endsWith(`.enc`)))return;let n=t.get(`.gitignore`);if(n&&!n.bytes)return;let r=n?.bytes?new TextDecoder().decode(n.bytes).split(/\r?\n/u):[],i=!1;for(let e of r)zd(e.trim().replace(/^!/u,``))&&(i=!e.startsWith(`!`));i||e.report(`notIgnored`,null,[])}})});function zd(e){if(e===``||e.startsWith(`#`))return!1;let t=e.replace(/^(?:\*\*)?\//u,``);if(/[?[\\]/u.test(t))return!0;let[n=``,...r]=t.split(`*`);return r.length===0?t===`master.key`:`master.key`.startsWith(n)&&`master.key`.endsWith(r.at(-1)??``)}const Bd=z({id:`security/oauth-noopener`,severity:`notice`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Opens the login page of OAuth 2.0 with `noopener`.",why:`Otherwise the login page can steer the tab that opened it.`,remedy:"Add `noopener: true` to the authorization, unless the provider's page needs its opener.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`]},messages:{missing:()=>"The login page opens without `noopener: true`."},examples:{bad:[{name:`no setting`,source:U`
          { connection: { authorization: { type: 'oauth2', authorization_url: -> { '' } } } }
                                           ^^^^^ missing
        `,fixed:U`
          { connection: { authorization: { type: 'oauth2', noopener: true, authorization_url: -> { '' } } } }
        `}],good:[{name:`the setting`,source:U`{ connection: { authorization: { type: 'oauth2', noopener: true } } }`},{name:`no page to log in`,source:U`{ connection: { authorization: { type: 'oauth2', acquire: ->(_c) { {} } } } }`},{name:`another type`,source:U`{ connection: { authorization: { type: 'basic_auth' } } }`}]},create:e=>({authorization(t){let n=t.get(`type`);if(t.type!==`oauth2`||!t.closed||t.has(`noopener`)||!n?.value.node||!t.has(`authorization_url`))return;let r={start:n.span.start,end:C(n.value.node).end},i={title:"Add `noopener: true`",edits:[hr(e.source,r,`noopener: true`)]};e.report(`missing`,n,[],{fix:i})}})}),Vd=new Set(`name.label.optional.type.hint.help.of.properties.control_type.toggle_hint.toggle_field.default.pick_list.pick_list_params.options.delimiter.sticky.convert_input.convert_output.change_on_blur.support_pills.custom.extends_schema.schema_neutral.list_mode.list_mode_toggle.item_label.add_field_label.empty_schema_message.empty_list_title.empty_list_text.sample_data_type.ngIf.tree_options.url.multiline.render_input.parse_output.runtime_optional`.split(`.`)),Hd=new Set([`string`,`integer`,`number`,`date_time`,`date`,`timestamp`,`boolean`,`object`,`array`]),Ud=new Map([[`text`,[`string`]],[`text-area`,[`string`]],[`plain-text`,[`string`]],[`plain-text-area`,[`string`]],[`password`,[`string`]],[`integer`,[`integer`]],[`number`,[`number`]],[`url`,[`string`]],[`select`,[`string`,`integer`,`number`,`boolean`]],[`checkbox`,[`boolean`]],[`multiselect`,[`string`,`array`]],[`date`,[`date`]],[`date_time`,[`date_time`,`timestamp`]],[`phone`,[`string`]],[`email`,[`string`]],[`subdomain`,[`string`]],[`tree`,[`string`,`array`]],[`schema-designer`,[`string`]],[`key_value`,[`array`]]]),Wd=new Map([[`select`,[`pick_list`]],[`multiselect`,[`pick_list`,`delimiter`]],[`tree`,[`pick_list`]],[`subdomain`,[`url`]],[`schema-designer`,[`extends_schema`]],[`key_value`,[`properties`]]]);function Gd(e){return e.replace(/^(?:small|medium)-/,``)}const Kd=new Set([`integer_conversion`,`float_conversion`,`boolean_conversion`,`date_conversion`,`date_iso8601_conversion`,`date_time_conversion`,`date_time_iso8601_conversion`,`convert_to_datetime`,`convert_to_datetime_wo_tz`,`convert_date_time`,`item_array_wrap`,`parse_iso8601_timestamp`,`render_iso8601_timestamp`,`parse_iso8601_date`,`render_iso8601_date`,`parse_epoch_time`,`render_epoch_time`,`parse_float_epoch_time`,`render_float_epoch_time`,`parse_date_time_epoch_millis`,`render_date_time_epoch_millis`,`parse_date_output`,`render_date_input`,`implicit_utc_time`,`implicit_utc_iso8601_time`]),qd=/(?:^|_)(?:password|passwd|passphrase)$|Password$/u,Jd=/(?:^|_)(?:publishable|require|requires|required|with|show|send|change|reset)_/iu,Yd=/\bID$/u,Xd=/^(?:boolean|object|array|date|date_time|timestamp|checkbox|select|multiselect|schema-designer)$/u,Zd=z({id:`security/password-control`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:`Hides secrets of the connection while they are typed.`,why:"Without `control_type: 'password'` a secret stands in clear text on the screen, for everyone who opens the connection.",remedy:"Set `control_type: 'password'` on the field.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{visible:e=>`The connection field \`${e}\` shows a secret in clear text.`,input:e=>`The input \`${e}\` shows a password in clear text.`},examples:{bad:[{name:`a field without a control type`,source:U`
          { connection: { fields: [{ name: 'api_key', optional: false }] } }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
        `,fixed:U`
          { connection: { fields: [{ name: 'api_key', optional: false, control_type: 'password' }] } }
        `},{name:`a field with another control type`,source:U`
          { connection: { fields: [{ name: 'client_secret', control_type: 'text' }] } }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
        `,fixed:U`
          { connection: { fields: [{ name: 'client_secret', control_type: 'password' }] } }
        `},{name:`a key of several lines`,source:U`
          { connection: { fields: [{ name: 'private_key', control_type: 'text-area' }] } }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
        `,fixed:U`
          { connection: { fields: [{ name: 'private_key', control_type: 'password', multiline: true }] } }
        `},{name:`a token in camel case, and the password of a user that is created`,source:U`
          {
            'connection' => { 'fields' => [{ 'name' => 'accessToken', 'optional' => false }] },
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
            'actions' => {
              'create_user' => { 'input_fields' => ->(_definitions) { [{ 'name' => 'email' }, { 'name' => 'password' }] } }
                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ input
            }
          }
        `}],good:[{name:`a password control`,source:U`{ connection: { fields: [{ name: 'token', control_type: 'password' }] } }`},{name:`a choice, a group, and what may be seen`,source:U`
          {
            connection: {
              fields: [
                { name: 'require_password', type: 'boolean' },
                { name: 'oauth_token', control_type: 'checkbox' },
                { name: 'credentials', type: 'object', properties: [{ name: 'user' }] },
                { name: 'publishable_api_key' },
                { name: 'token', control_type: 'small-password' }
              ]
            },
            actions: { a: { input_fields: lambda { [{ name: 'reset_password', type: 'boolean' }] } } }
          }
        `},{name:`the address of tokens`,source:U`{ connection: { fields: [{ name: 'token_url' }] } }`},{name:`the ID of a key, which is no secret`,source:U`{ connection: { fields: [{ name: 'api_key', label: 'Access key ID' }] } }`},{name:`an input of an action`,source:U`{ actions: { a: { input_fields: lambda { [{ name: 'page_token' }] } } } }`}]},create:e=>({field(t){let n=t.name??``;if(!t.isConnection&&(!t.isInput||t.isOutput||!qd.test(n))||!vd(n)||!t.closed||!t.isPristine)return;let r=t.get(`control_type`)?t.text(`control_type`):``;if(!(r===null||Gd(r)===`password`||t.has(`options`))&&!(Jd.test(n)||Xd.test(r)||Xd.test(t.text(`type`)??``))&&!Yd.test(t.text(`label`)??``)){if(t.isConnection){let n={title:`Hide what is typed`,edits:Qd(t,e.source)};e.report(`visible`,t,[t.name],{fix:n})}else e.report(`input`,t,[t.name],{severity:`notice`})}}})});function Qd(e,t){let n=e.value(`control_type`)?.node;if(!n)return Fi(e.node,`control_type: 'password'`,t);let r=e.text(`control_type`)?.endsWith(`text-area`)&&!e.has(`multiline`)?Fi(e.node,`multiline: true`,t):[];return[{span:C(n),text:`'password'`},...r]}const $d=/^(?:integer|number|boolean|date|date_time|timestamp|select|multiselect|tree|checkbox)$/u,ef=/^(?:to_s|strip|presence|downcase|upcase|chomp|squish)$/u,tf=/^(?:compact|except|slice|select|reject|filter|dup|with_indifferent_access|deep_(?:symbolize|stringify)_keys)$/u,nf=`=~ !~ match? match include? in? exclude? key? scan start_with? starts_with? end_with? ends_with? == is_number? is_int? parse`.split(` `),rf=`gsub! sub! tr! delete! replace call`.split(` `),af=`merge! update deep_merge! transform_values! replace`.split(` `),of={key:null,parts:null};function sf(){let e=new Map,t=t=>{let n=e.get(t?.path);return n||(n={checked:new Set,isChanged:!1,variables:new Map},e.set(t?.path,n)),n},n=(e,n)=>{let r=ff(n);if(!n||r===null)return null;let i=lf(e);return i instanceof y?t(n).variables.get(i.name)?.key??null:df(i,r)},r=(e,t)=>{if(!(e instanceof De))return n(e,t);let[r,i]=e.statements?.body??[];return r&&!i?n(r,t):null},i=(e,n)=>e instanceof y?t(n).variables.get(e.name)?.parts??null:cf(e),a=(e,n)=>{let{isChanged:r,checked:i}=t(e);return r||i.has(n)},o=(e,r)=>{let i=e&&n(e,r);i&&t(r).checked.add(i)};return{listeners:[B(b,({node:{name:e,value:r},lambda:i})=>{let a=t(i),o=ff(i);e===o&&!en(uf(r),o)&&(a.isChanged=!0);let s=!a.variables.has(e);a.variables.set(e,s?{key:n(r,i),parts:cf(r)}:of)}),B(jt,({node:{name:e},lambda:n})=>{let r=t(n);e===ff(n)&&r.variables.has(e)&&(r.isChanged=!0),r.variables.set(e,of)}),V([`[]=`],({node:e,lambda:n})=>{let r=ff(n),[i]=w(e);n&&r!==null&&en(e.receiver,r)&&(i instanceof x||i instanceof S?t(n).checked.add(i.unescaped):t(n).isChanged=!0)}),V(af,({node:e,lambda:n})=>{let r=ff(n);r!==null&&en(e.receiver,r)&&(t(n).isChanged=!0)}),V(rf,({node:e,lambda:t})=>{if(t&&(o(e.receiver,t),e.name===`call`))for(let n of w(e))o(n,t)}),V(nf,({node:e,lambda:t})=>{if(t)for(let n of[e.receiver,...w(e)])o(n,t)}),B(_e,({node:e,lambda:t})=>{t&&e.conditions.some(e=>e instanceof Wt)&&o(e.predicate,t)})],keyIn:r,partsOf:i,rawInPath(e,t){let n=[];for(let[o,s]of(i(e,t)??[]).entries()){if(s instanceof x&&/[?#]/u.test(s.unescaped))break;let e=r(s,t);e!==null&&o>0&&!a(t,e)&&n.push({key:e,part:s})}return n},keyOf:n,isChecked:a}}function cf(e){if(e instanceof v)return e.parts.flatMap(e=>cf(e)??[e]);if(!(e instanceof _)||e.name!==`+`||!e.receiver)return null;let[t]=w(e);if(!t)return null;let n=[...cf(e.receiver)??[e.receiver],...cf(t)??[t]];return n.some(e=>e instanceof x)?n:null}function lf(e){let t=e;for(;t instanceof _&&ef.test(t.name)&&t.receiver;)t=t.receiver;return t}function uf(e){let t=e;for(;t instanceof _&&tf.test(t.name)&&t.receiver;)t=t.receiver;return t}function df(e,t){if(!(e instanceof _)||!/^(?:\[\]|dig|fetch)$/u.test(e.name)||!en(e.receiver,t))return null;let[n,r]=w(e);return r?null:E(n)}function ff(e){return e?.owner!==`action`&&e?.owner!==`trigger`?null:e.key===`execute`||e.key===`poll`?e.parameters.required[1]??null:null}function pf(e,t,n){let r=mf(e,t,n);return r.length>0&&r.every(e=>e.closed&&(hf(e)||e.toggle&&hf(e.toggle)))}function mf(e,t,n){let{actions:r,triggers:i}=e.connector,a=(t.owner===`action`?r:i).get(t.ownerName);return[...a?.inputFields.fields??[],...a?.configFields.fields??[]].filter(e=>e.name===n)}function hf(e){return e.has(`convert_input`)||e.has(`render_input`)||e.has(`pick_list`)&&!e.has(`control_type`)?!1:![e.text(`type`)??``,e.text(`control_type`)??``].some(e=>$d.test(e))}function gf(){let e=new Set,t=new Map,n=(e,{index:t,key:n})=>`${e.path} ${t} ${n}`;return{listeners:[V([`[]=`],({node:t,lambda:n})=>{let r=n?.owner===`method`?_f(t.receiver,n):null;n&&r!==null&&e.add(`${n.path} ${r}`)}),V([...nf,...rf],({node:t,lambda:r})=>{if(r?.owner===`method`)for(let i of[t.receiver,...w(t)]){let t=i&&vf(i,r);t&&e.add(n(r,t))}}),B(b,({node:t,lambda:n})=>{if(n?.owner!==`method`)return;let r=n.parameters.required.indexOf(t.name);r!==-1&&e.add(`${n.path} ${r}`)})],addCall(e){let n=I(e.name);n!==null&&ff(e.lambda)!==null&&W(t,n,e)},readIn(t,r){if(r.owner!==`method`)return null;let[i,a]=t instanceof De?t.statements?.body??[]:[t],o=i&&!a?vf(i,r):null;return!o||e.has(`${r.path} ${o.index}`)||e.has(n(r,o))?null:o},callersWithInput(e,n){return(t.get(e.ownerName)??[]).flatMap(({node:e,lambda:t})=>{let r=w(e)[n+1],i=r instanceof y&&r.name===ff(t);return t&&i?[t]:[]})}}}function _f(e,t){if(!(e instanceof y))return null;let n=t.parameters.required.indexOf(e.name);return n===-1?null:n}function vf(e,t){let n=lf(e),r=n instanceof _?_f(n.receiver,t):null;if(r===null)return null;let i=df(n,t.parameters.required[r]);return i===null?null:{index:r,key:i}}const yf=/(?:^|_)(?:path|endpoint|route|uri|url|resource_?name|full_?name|parent)$/iu,bf=/(?<![\w/.<:])[a-z][\w-]*(?:\/[\w-]+){2}/iu,xf=z({id:`security/path-injection`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Encodes what users enter before it becomes part of a path.`,why:"A mapped value with `../` or `?` in it makes the request go to another endpoint.",remedy:"Write `#{input['id'].to_s.encode_url}`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/custom-action.html`]},messages:{method:(e,t)=>`The path has the input \`${e}\` of \`${t}\` in it, which nobody encodes.`,path:e=>`The input \`${e}\` becomes part of the path without being encoded.`},examples:{bad:[{name:`an identifier as it was entered`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id']}") }
                                                                   ^^^^^^^^^^^^^^ path
              }
            }
          }
        `,fixed:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id'].to_s.encode_url}") }
              }
            }
          }
        `},{name:`an identifier in a variable, joined with a plus`,source:U`
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
        `},{name:`an address that is put together first`,source:U`
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
        `,fixed:U`
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
        `},{name:`a method that gets the whole input`,source:U`
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
        `}],good:[{name:`a method that encodes, and one that gets something else`,source:U`
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
        `},{name:`an encoded identifier`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id'].to_s.encode_url}") }
              }
            }
          }
        `},{name:`a choice from a list`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'kind', control_type: 'select', pick_list: 'kinds' }] },
                execute: lambda { |_connection, input| get("/objects/#{input['kind']}") }
              }
            }
          }
        `},{name:`a value that is encoded first`,source:U`
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
        `},{name:`a path of the API, which is not to be encoded`,source:U`
          {
            actions: {
              custom: {
                input_fields: lambda { [{ name: 'path' }] },
                execute: lambda { |_connection, input| get("/api/v2/#{input['path']}") }
              },
              get_source: {
                input_fields: lambda { [{ name: 'name', hint: 'Such as workspaces/acme/sources/web.' }] },
                execute: lambda { |_connection, input| get("/v1/#{input['name']}") }
              },
              get_person: {
                input_fields: lambda { [{ name: 'resource_name', hint: 'Such as <b>people/c123</b>.' }, { name: 'kind', pick_list: [%w[A a]] }] },
                execute: lambda { |_connection, input| get("/v1/#{input['resource_name']}/#{input['kind']}") }
              }
            }
          }
        `},{name:`a value that is checked`,source:U`
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
        `}]},create:e=>{let t=e.shared(sf),n=gf(),r=[];return{node:[...t.listeners,...n.listeners],methodCall:e=>n.addCall(e),request(n){let{node:a,lambda:o}=n,[s]=w(a);if(!o||!s)return;o.owner===`method`&&r.push(n);let c=t.rawInPath(s,o).filter(({key:e})=>i(o,e)),[l]=c;if(!l)return;let u={title:`Encode it`,edits:c.map(({part:t})=>Sf(t,e.source))};e.report(`path`,{span:C(l.part),path:o.path},[l.key],{fix:u})},end(){for(let{node:e,lambda:t}of r)t&&a(w(e)[0],t)}};function i(t,n){return yf.test(n)||!pf(e,t,n)?!1:!mf(e,t,n).flatMap(e=>[e,e.toggle]).some(e=>bf.test(e?.text(`hint`)??``))}function a(r,a){let o=r?t.partsOf(r,a)??[]:[];for(let[r,s]of o.entries()){if(s instanceof x&&/[?#]/u.test(s.unescaped))return;let o=r>0?n.readIn(s,a):null,c=(o?n.callersWithInput(a,o.index):[]).find(e=>!t.isChecked(e,o.key)&&i(e,o.key));if(o&&c){e.report(`method`,{span:C(s),path:a.path},[o.key,c.ownerName]);return}}}}});function Sf(e,t){let n=e instanceof De?e.statements?.body[0]??e:e,{end:r}=C(n),i=t.slice(C(n)).endsWith(`.to_s`);return{span:{start:r,end:r},text:i?`.encode_url`:`.to_s.encode_url`}}const Cf=/^(?:(?:proxy-)?authorization|(?:set-)?cookie|(?:[\w-]{0,40}-)?(?:api-?key|(?:auth|access|session|private|api|user)-token|secret|token))$/iu,wf=/csrf|xsrf|page|next|continuation|cancellation/iu,Tf=/^(?:path|domain|expires|samesite|lang|language|locale|_?_cf\w+|aws[ae]lb\w*|arraffinity\w*|bigipserver.*|incap_ses.*|visid_incap.*|nlbi_.*|ak_bmsc|bm_\w+|_ga\w*|_gid)$/iu,Ef=/(?<name>access_token|refresh_token|id_token|client_secret|password|api_?key|private_key|session_?id)\\?["']?\s*(?::|=)\s*\\?["']?(?<value>[^"'&\s,}\\]{12,4096})/giu,Df=/^\s*["']?(?<yaml>[\w-]{3,60})["']?:[ \t]*\r?\n\s*- ["']?(?<value>[^\r\n]{8,4000})|"(?<json>[\w-]{3,60})"\s*:\s*\[\s*"(?<item>[^"\n]{8,4000})"/gmu,Of=z({id:`security/plain-cassettes`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Encrypts or filters recorded requests.`,why:`Recordings hold the tokens that were used for them, and what the account contains.`,remedy:"Record with `VCR_RECORD_MODE` and encryption as the SDK's spec helper does, or filter the headers.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/cli/guides/security-guidelines.html`,`https://docs.workato.com/en/developing-connectors/sdk/cli/guides/rspec/vcr.html`]},messages:{token:(e,t)=>`By its form, a text of the recording \`${e}\` is ${t}.`,body:(e,t)=>`The recording \`${e}\` holds the value of \`${t}\` in plain text.`,credential:(e,t)=>`The recording \`${e}\` holds the header \`${t}\` in plain text.`},examples:{bad:[{name:`a token in a recording`,source:U`{ title: 'Acme' }`,files:{"tape_library/find.yml":`http_interactions:
- request:
    headers:
      Authorization:
      - Bearer q7Zr5Kd02mVx
`},reports:[`credential`]},{name:`a token in a body, and a header of a vendor's own`,source:U`{ title: 'Acme' }`,files:{"tape_library/login.yml":`http_interactions:
- request:
    headers:
      Accept:
      - application/json
      X-Acme-Access-Token:
      - 0dM3vXq9Zt4R7yLkP2sW
  response:
    body:
      string: '{"access_token":"q7Zr5Kd02mVx81LpWn4s","expires_in":3600}'
`},reports:[`credential`,`body`]},{name:`a recording in JSON, of a login by form`,source:U`{ title: 'Acme' }`,files:{"tape_library/login.json":`{"http_interactions":[{"request":{"body":{"string":"grant_type=password&client_secret=q7Zr5Kd02mVx81LpWn4s"},"headers":{"Accept":["*/*"],"Cookie":["locale=en; session=9f8e7d6c5b4a39281706"]}}}]}`},reports:[`credential`,`body`]},{name:`a token of a known form`,source:U`{ title: 'Acme' }`,files:{"tape_library/list.yml":`http_interactions:
- request:
    uri: https://slack.com/api/users.list?t=xoxb-1234567890-abcdefghij
`},reports:[`token`]}],good:[{name:`filtered bodies, and headers that are no secrets`,source:U`{ title: 'Acme' }`,files:{"tape_library/login.yml":`http_interactions:
- request:
    headers:
      X-Csrf-Token:
      - 0dM3vXq9Zt4R7yLkP2sW
      Cookie:
      - "[FILTERED]"
  response:
    headers:
      Set-Cookie:
      - __cf_bm=q7Zr5Kd02mVx81LpWn4s; path=/; expires=Wed, 25-Nov-26 04:20:36 GMT; domain=.acme.com
      Cookie:
      - session=your-session-id; locale=en-GB-oxendict
    body:
      string: '{"access_token":"<ACCESS_TOKEN>","password":"********"}'
`}},{name:`a filtered token`,source:U`{ title: 'Acme' }`,files:{"tape_library/find.yml":`http_interactions:
- request:
    headers:
      Authorization:
      - <AUTHORIZATION>
`}}]},create:e=>({project(t){let n=e.project.path===`.`?``:`${e.project.path}/`;for(let r of yd(t,e=>/\.(?:ya?ml|json)$/iu.test(e))){if(!bd(r))continue;let{path:t,text:i}=r,a={file:n+t},o=kf(i);o&&e.report(`credential`,{span:o.span,path:null},[t,o.name],a);let s=jf(i);if(s&&e.report(`body`,{span:s.span,path:null},[t,s.name],a),o||s)continue;let[c]=sd(i);if(!c)continue;let l=xd(i,c.start,c.end);e.report(`token`,{span:l,path:null},[t,c.what],{...a,severity:`error`})}}})});function kf(e){for(let t of e.matchAll(Df)){let{yaml:n,value:r,json:i,item:a}=t.groups??{},o=n??i??``,s=(r??a??``).trim().replace(/["']$/u,``).replace(/^(?:bearer|basic|token)\s+/iu,``);if(!Cf.test(o)||wf.test(o)||s.length<8||Ju(s)||/cookie$/iu.test(o)&&!Af(s))continue;let c=t.index+t[0].indexOf(o);return{name:o,span:xd(e,c,c+o.length)}}return null}function Af(e){return e.split(/[;,]\s/u).some(e=>{let{name:t=``,value:n=``}=/^(?<name>[^=\s]+)=(?<value>\S{8,})$/u.exec(e)?.groups??{};return t!==``&&!Tf.test(t)&&!Ju(n)})}function jf(e){for(let t of e.matchAll(Ef)){let{name:n=``,value:r=``}=t.groups??{};if(Xu(r,12))return{name:n,span:xd(e,t.index,t.index+n.length)}}return null}const Mf=new Set([`base_uri`,`authorization_url`,`token_url`]),Nf=/^http:\/\/(?:localhost|0\.0\.0\.0|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|[^./]+(?:[:/]|$)|[^/:]+\.(?:local|localhost|internal|lan)(?:[:/]|$))/u,Pf=z({id:`security/plain-http`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Sends requests over https.`,why:`Over plain http, credentials and customers' data can be read and changed on the way.`,remedy:`Use the https address of the API.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{http:e=>`Requests to \`${e}\` travel unencrypted.`,host:()=>`Requests to the server that the user names travel unencrypted.`},examples:{bad:[{name:`a request`,source:U`
          { test: lambda { |_connection| get('http://api.acme.com/me') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^ http
        `,fixed:U`
          { test: lambda { |_connection| get('https://api.acme.com/me') } }
        `},{name:`a server that the user names, perhaps in the same network`,source:U`
          { connection: { base_uri: lambda { |connection| "http://#{connection['host']}:8080/api" } } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ host
        `,fixed:U`
          { connection: { base_uri: lambda { |connection| "https://#{connection['host']}:8080/api" } } }
        `},{name:`a base address`,source:U`
          { connection: { base_uri: lambda { |connection| "http://#{connection['shop']}.acme.com" } } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ http
        `,fixed:U`
          { connection: { base_uri: lambda { |connection| "https://#{connection['shop']}.acme.com" } } }
        `}],good:[{name:`https`,source:U`{ test: lambda { |_connection| get('https://api.acme.com/me') } }`},{name:`a server on premises`,source:U`{ test: lambda { |_connection| get('http://localhost:8080/me') } }`},{name:`servers of the user's network, and a protocol that the user picks`,source:U`
          {
            connection: {
              base_uri: lambda do |connection|
                connection['tls'] ? "https://#{connection['host']}" : "http://#{connection['host']}"
              end
            },
            test: lambda { |_c| [get('http://erp.local/me'), get('http://host.docker.internal:8080/me')] }
          }
        `},{name:`a tunnel`,source:U`{ secure_tunnel: true, test: lambda { |_c| get('http://erp.acme.com/me') } }`}]},create:e=>{let t=(t,n)=>{let r=pn(t);if(!r.startsWith(`http://`)||Nf.test(r)||!t.node||e.connector.root.has(`secure_tunnel`))return;let i=Ff(t);if(i===`http://`)return;let a={span:C(t.node),path:n},o=If(t.node,e.source),s=o.length>0?{fix:{title:`Use https`,edits:o}}:{};i===null?e.report(`host`,a,[],{severity:`notice`,...s}):e.report(`http`,a,[i],s)},n=(e,n)=>{if(!e.some(e=>pn(e).startsWith(`https://`)))for(let r of e)t(r,n)};return{request(e){w(e.node)[0]&&n(R(e.url),e.path)},lambda(e){Mf.has(e.key)&&n(R(e.result()),e.path)}}}});function Ff(e){let t=/^http:\/\/[^/?#\s]*/u.exec(pn(e))[0];if(t!==`http://`||e.kind!==`template`)return t;let n=/^[\w.-]*\.[a-z]{2,}(?=[:/?#]|$)/iu.exec(e.parts[2]??``);return n?`http://…${n[0]}`:null}function If(e,t){let n=e instanceof v?e.parts[0]:e;if(!(n instanceof x)||!n.unescaped.startsWith(`http://`))return[];let r=t.slice(C(n)).indexOf(`http://`),i=n.start+r+4;return r<0||r>3?[]:[{span:{start:i,end:i},text:`s`}]}const Lf=/\b(?:SELECT\s[^]{1,300}\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s[^]{1,300}\sSET)\s|\sWHERE\s|[?&]?\$filter=|\bselect\s[^]{1,200}\sfrom\s[^]{1,200}\swhere\s/u,Rf=/(?:\s(?:eq|ne|co|sw|ew|like|contains)\s*|\s(?:!?=|!?~)\s*|\b(?:startswith|endswith|contains|substringof)\((?:[\w/]+,\s*)?)\\?['"]%?$/iu,zf=/\b(?:query|mutation)\b[^]{0,600}\(\s*(?:\w+:[^()]{0,200},\s*)?\w+:\s*\\?"?$/u,Bf=/(?:<\?xml|xmlns|Envelope|<request)[^]*<[\w:.-]{1,80}(?:\s[^<>]{0,200})?>\s*$/u,Vf=/query|[a-z]ql$|filter|where|condition|clause|criteria|search|expression|fields|columns|limit|offset|xml|body|payload|envelope/iu,Hf=/^(?:message|error|text|note|description|summary|subject|comment|title)$/u,Uf=z({id:`security/query-injection`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Escapes what users enter before it becomes part of a query.`,why:`A quote in a mapped value changes what the query reads or deletes in the user's account.`,remedy:`Pass the value as a parameter, or double its quotes with \`gsub("'", "''")\`.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{query:e=>`The input \`${e}\` becomes part of the query without being escaped.`},examples:{bad:[{name:`an address as it was entered`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda { |_connection, input| get('/q', q: "SELECT Id FROM Lead WHERE Email='#{input['email']}'") }
                                                                                                      ^^^^^^^^^^^^^^^^^ query
              }
            }
          }
        `},{name:`a filter of an application's own`,source:U`
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
        `},{name:`a function of OData`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'name' }] },
                execute: lambda { |_c, input| get('/Leads').params('$filter': "startswith(Name, '#{input['name']}')") }
                                                                                                 ^^^^^^^^^^^^^^^^ query
              }
            }
          }
        `},{name:`a query of GraphQL`,source:U`
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
        `},{name:`a query that is both sent and told`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda do |_c, input|
                  query = "SELECT Id FROM Lead WHERE Email='" + input['email'] + "'"
                                                                ^^^^^^^^^^^^^^ query
                  get('/q', q: query).presence || error("Nothing for " + query)
                end
              }
            }
          }
        `},{name:`a request in XML`,source:U`
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
        `}],good:[{name:`messages, also in a variable or an exception`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda do |_c, input|
                  message = "No lead with email = '#{input['email']}'"
                  message += " or name = '#{input['email']}'" if input['email'].present?
                  raise StandardError.new("Not one lead with email = '#{input['email']}'") if input['email'].length < 3
                  error("No lead with name = '#{input['email']}'") if get('/leads').blank?
                  get('/leads/all').presence || error(input['email'].blank? ? 'None' : message)
                end
              },
              ask: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda { |_c, input| post('/messages', text: "Who has email = '#{input['email']}'?") }
              }
            }
          }
        `},{name:`an attribute of HTML`,source:U`
          {
            actions: {
              send: {
                input_fields: lambda { [{ name: 'link' }, { name: 'text' }] },
                execute: lambda { |_c, input| post('/mail', body: "<p><a href=\"#{input['link']}\">#{input['text']}</a></p>") }
              }
            }
          }
        `},{name:`escaped quotes`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'e' }] },
                execute: lambda { |_c, input| get('/q', q: "SELECT Id FROM Lead WHERE Email='#{input['e'].gsub("'", "''")}'") }
              }
            }
          }
        `},{name:`the user's own condition, and body`,source:U`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'where_clause' }] },
                execute: lambda { |_c, input| get('/q', q: "SELECT Id FROM Lead WHERE #{input['where_clause']}") }
              },
              send_raw: {
                input_fields: lambda { [{ name: 'body', control_type: 'text-area' }] },
                execute: lambda do |_connection, input|
                  post('/soap').request_body("<?xml version=\"1.0\"?><Envelope><Body>#{input['body']}</Body></Envelope>")
                end
              }
            }
          }
        `}]},create:e=>{let t=e.shared(sf),n=[],r=[],i=ci(r),a=({node:e})=>void r.push(C(e)),o=({node:e,lambda:r,parent:i})=>{if(i instanceof g&&Hf.test(E(i.key)??``))return;let a=i instanceof v||Gf(i)&&!Gf(e),o=r&&!a?t.partsOf(e,r):null,s=i instanceof b||i instanceof lt?i.name:null;r&&o&&n.push({node:e,parts:o,lambda:r,variable:s})};return{node:[...t.listeners,B(v,o),V([`+`],e=>{Gf(e.parent)||o(e)})],bareCall:{error:a,raise:a,puts:a},end(){for(let e of n)s(e)}};function s(n){let{parts:r,lambda:i}=n,a=``;for(let o of r){if(o instanceof x){a+=o.unescaped;continue}let r=t.keyIn(o,i),s=a.slice(-600);if(a+=`?`,!(r===null||t.isChecked(i,r))&&!Vf.test(r)&&Wf(s)&&pf(e,i,r)){if(c(n))return;e.report(`query`,{span:C(o),path:i.path},[r]);return}}}function c({node:e,lambda:t,variable:n}){if(l(e)||n===null)return l(e);let r=Xt(t.value.node).filter(e=>en(e,n));return r.length>0&&r.every(l)}function l(e){return i(C(e))}}});function Wf(e){return Lf.test(e)||Rf.test(e)||zf.test(e)||Bf.test(e)}function Gf(e){return e instanceof _&&e.name===`+`}const Kf=new Set([`RestClient`,`TCPSocket`,`UDPSocket`,`Socket`,`TCPServer`,`OpenURI`,`Faraday`,`HTTParty`,`Excon`]),qf=z({id:`security/raw-network`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Sends requests with the SDK's verbs only.`,why:`Other clients bypass the connection's authorization, the job's trace, timeouts and tunnels.`,remedy:"Use `get`, `post`, `put`, `patch` or `delete`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/http.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/whitelist-removal.html`]},messages:{client:e=>`\`${e}\` sends requests past the platform.`},examples:{bad:[{name:`another HTTP client`,source:U`
          { test: lambda { |_connection| RestClient.get('https://api.acme.com/me') } }
                                         ^^^^^^^^^^ client
        `},{name:`another HTTP client by its full name`,source:U`
          { test: lambda { |_connection| ::HTTParty.get('https://api.acme.com/me') } }
                                         ^^^^^^^^^^ client
        `},{name:`Ruby's own client`,source:U`
          { test: lambda { |_connection| Net::HTTP.get(URI('https://api.acme.com/me')) } }
                                         ^^^^^^^^^ client
        `}],good:[{name:`the name of the machine`,source:U`{ methods: { agent: lambda { "Acme on #{Socket.gethostname}" } } }`},{name:`the SDK's verb`,source:U`{ test: lambda { |_connection| get('https://api.acme.com/me') } }`},{name:`an address taken apart`,source:U`{ methods: { host: lambda { |url| URI.parse(url).host } } }`},{name:`an error of the SDK's own client`,source:U`{ methods: { try: lambda { get('/me').presence rescue RestClient::NotFound } } }`}]},create:e=>({node:Fu(({receiver:t,name:n},r)=>{let i=Jf(t,n);i&&e.report(`client`,{span:C(t),path:r?.path??null},[i])})})});function Jf(e,t){let n=$t(e);if(n!==null)return n===`URI`&&t===`open`?`URI.open`:n===`Socket`&&!/^(?:new|open|tcp|udp|unix)$/u.test(t)?null:Kf.has(n)?n:null;if(!(e instanceof be)||!e.parent)return null;let r=`${$t(e.parent)??``}::${e.name??``}`;return[`Net::HTTP`,`Net::SMTP`,`Net::FTP`,`Net::SSH`,`Net::SFTP`,`RestClient::Request`].includes(r)?r:null}const Yf=z({id:`security/secret-default`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:`Gives no default to a password field.`,why:`A default is a credential in the code, shown to everybody who opens a connection.`,remedy:"Remove the `default`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html`]},messages:{value:e=>`The password field \`${e}\` has a default.`},examples:{bad:[{name:`a default key`,source:U`
          { connection: { fields: [{ name: 'api_key', control_type: 'password', default: 'k-12345' }] } }
                                                                                ^^^^^^^^ value
        `,fixed:U`
          { connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }
        `}],good:[{name:`no default`,source:U`{ connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }`},{name:`an empty default`,source:U`{ connection: { fields: [{ name: 'k', control_type: 'password', default: '' }] } }`}]},create:e=>({attribute:H([`default`],(t,n)=>{if(t.text(`control_type`)!==`password`||n.value.kind!==`string`||n.value.text.trim()===``||!t.node||!n.value.node)return;let r={start:n.span.start,end:C(n.value.node).end};e.report(`value`,n,[t.name??`?`],{...Ju(n.value.text)||!/\d/u.test(n.value.text)?{severity:`warning`}:{},fix:{title:`Remove the default`,edits:[mr(e.source,r,C(t.node))]}})})})}),Xf=new Set(`hint help label description subtitle body text toggle_hint sample_output`.split(` `)),Zf=/(?:^|\.)(?:sample_output|help|hint|description)$/u;var Qf=class{#e;#t;constructor(e){this.#e=e}includes(e,t){return t!==null&&Zf.test(t)?!0:(this.#t??=ci(Xt(this.#e.program).filter(e=>e instanceof g&&Xf.has(E(e.key))).map(e=>C(e.value))),this.#t(e))}};const $f=z({id:`security/secret-in-code`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Holds no credential in its code.`,why:`Everybody who can read the connector can use the credential, and git keeps it for ever.`,remedy:"Revoke the credential, and ask for it in a connection field with `control_type: 'password'`.",sources:[`https://docs.workato.com/en/developing-connectors/community/certification.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{token:e=>`The text is ${e}.`,assigned:e=>`The value of \`${e}\` looks like a secret.`,clientSecret:()=>"The `client_secret` is written into the code.",clientId:()=>"The `client_id` is written into the code, so all users share one application of the vendor."},examples:{bad:[{name:`a token of a known form`,source:U`
          { test: lambda { |_c| get('/me').headers(token: 'xoxb-1234567890-abcdefghij') } }
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ token
        `},{name:`a client secret`,source:U`
          { connection: { authorization: { client_secret: lambda { 's3cr3tvalue99' } } } }
                                           ^^^^^^^^^^^^^^ clientSecret
        `},{name:`a client id`,source:U`
          { connection: { authorization: { client_id: 'f81d4fae7dec' } } }
                                           ^^^^^^^^^^ clientId
        `},{name:`a form that the scanner knows, in a comment`,source:U`
          {
            # postgres://shop:q7Zr5Kd02mVx@db.acme.com/shop
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ token
            test: ->(_connection) { get('/me') }
          }
        `},{name:`a private key in a heredoc`,source:U`
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
        `},{name:`values of secret names`,source:U`
          SECRET = 'd02mVx81LpWn4sq7Zr5K'
                   ^^^^^^^^^^^^^^^^^^^^^^ assigned
          {
            'connection' => {
              'authorization' => {
                'apply' => ->(_connection) {
                  api_token = 'q7Zr5Kd02mVx81LpWn4s'
                              ^^^^^^^^^^^^^^^^^^^^^^ assigned
                  headers('Authorization' => 'Bearer 0dM3vXq9Zt4R7yLkP2sW', 'X-Api-Key' => api_token)
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ assigned
                  password('x81LpWn4sq7Zr5Kd02mV')
                           ^^^^^^^^^^^^^^^^^^^^^^ assigned
                }
              }
            }
          }
        `}],good:[{name:`a sample, and values that are no secrets`,source:U`
          {
            actions: {
              login: {
                sample_output: lambda { { token: 'q7Zr5Kd02mVx81LpWn4s' } },
                execute: lambda { |_c, input| post('/login', token: input['token'], token_type: 'Bearer', password: 'none') }
              }
            }
          }
        `},{name:`a connection field`,source:U`{ connection: { authorization: { client_secret: lambda { |c| c['client_secret'] } } } }`},{name:`a placeholder`,source:U`{ connection: { authorization: { client_secret: 'YOUR_CLIENT_SECRET' } } }`}]},create:e=>{let t=[],n=[],r=``;return{file(e){r=e.text??``},authorization(t){for(let[n,r,i]of[[`client_secret`,`clientSecret`,8],[`client_id`,`clientId`,4]]){let a=t.get(n),o=t.lambda(n),s=o?o.result():a?.value;a&&s?.kind===`string`&&ip(s.text,i)&&e.report(r,a,[],n===`client_id`?{severity:`warning`}:{})}},node:[...wn(tp,B(x,({node:e,lambda:t,parent:n})=>{if(e.unescaped.length<ep)return;let r=n instanceof g&&n.value===e?E(n.key):n instanceof b||n instanceof Ce?n.name:null;r!==null&&i(r,e,t)}))],bareCall:{password({node:e,lambda:t}){let[n]=w(e);n instanceof x&&i(`password`,n,t)}},end(){let{connector:i}=e,a=new Qf(i),o=sd(r).filter(({what:e})=>e!==np);for(let{what:n,start:s,end:c}of o){let o=xd(r,s,c),l=rp(i.lambdas,o),u=a.includes(o,l);e.report(`token`,{span:o,path:l},[n],u?{severity:`warning`}:{}),t.push(o)}let s=li(t);for(let{place:t,name:r}of n)s(t.span)||a.includes(t.span,t.path)||e.report(`assigned`,t,[r],{severity:`warning`})}};function i(e,t,r){if(!(vd(e)||/^(?:proxy-)?authorization$/iu.test(e)))return;let i=t.unescaped.replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/iu,``);Xu(i,ep)&&!/:\/\/|^urn:/u.test(i)&&n.push({place:{span:C(t),path:r?.path??null},name:e})}}}),ep=16,tp=/\d(?<=(?:pass(?:word|wd|phrase)|pwd|secret|token|key|credentials?|authorization)['"]?\s*(?:=>|[:=])\s*['"](?:(?:Bearer|Basic|Token|ApiKey)\s+)?[a-z_.~=+/:-]*\d)/iu,np=`an address with credentials`;function rp(e,t){let n=null;for(let r of e)zi(t,r.span)&&(!n||zi(r.span,n.span))&&(n=r);return n?.path??null}function ip(e,t){return Xu(e,t)&&!/client|secret|_id\b/iu.test(e)}const ap=z({id:`security/secret-in-url`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Sends secrets in headers or bodies, not in addresses.`,why:`Addresses are written into the logs of every server on the way, and into the history of the job.`,remedy:"Add the secret in `apply` with `headers`, or with `params` where the API has no header for it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`]},messages:{secret:e=>`The connection's \`${e}\` becomes part of the request's address.`},examples:{bad:[{name:`a key in the query`,source:U`
          { test: lambda { |c| get("/me?api_key=#{c['api_key']}") } }
                                                  ^^^^^^^^^^^^ secret
        `},{name:`a token in the path, in a method`,source:U`
          {
            "methods" => {
              "send_message" => ->(connection, text) do
                post("https://api.acme.com/bot" + connection[:bot_token] + '/messages', text: text)
                                                  ^^^^^^^^^^^^^^^^^^^^^^ secret
              end
            }
          }
        `}],good:[{name:`a header`,source:U`
          {
            connection: { authorization: { apply: lambda { |connection| headers('X-Key': connection['api_key']) } } },
            test: lambda { |_connection| get('/me') }
          }
        `},{name:`an account in the path`,source:U`{ test: lambda { |connection| get("/accounts/#{connection['account_id']}") } }`},{name:`the address of a token`,source:U`{ test: lambda { |connection| get("#{connection['token_url']}/info") } }`}]},create:e=>({request({node:t,lambda:n}){let[r]=w(t);if(n&&r)for(let t of op(r)){let r=sp(t,n);if(r!==null&&vd(r)){e.report(`secret`,{span:C(t),path:n.path},[r]);return}}}})});function op(e){if(e instanceof v)return e.parts.flatMap(op);if(e instanceof De){let[t,n]=e.statements?.body??[];return t&&!n?[t]:[]}return e instanceof _?e.name!==`+`||!e.receiver?[e]:[e.receiver,...w(e)].flatMap(op):[]}function sp(e,t){if(!(e instanceof _)||!/^(?:\[\]|dig|fetch)$/u.test(e.name))return null;let{receiver:n}=e;if(!(n instanceof y)||!or(n.name,t))return null;let[r,i]=w(e);return!i&&(r instanceof x||r instanceof S)?r.unescaped:null}const cp=/RestClient|Net::HTTP|Faraday|HTTParty|Excon/u,lp=z({id:`security/tls-verification`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Verifies the certificates of servers.`,why:`Without it, anybody on the way can pose as the API and read the credentials.`,remedy:"Leave verification on, and pass a private authority's certificate to `tls_server_certs`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/http.html`]},messages:{off:e=>`\`${e}\` switches the verification of the server's certificate off.`},examples:{bad:[{name:`a check that is not strict`,source:U`
          { test: lambda { |c| get('/me').tls_server_certs(certificates: [c['ca']], strict: false) } }
                                                                                    ^^^^^^^^^^^^^ off
        `},{name:`OpenSSL's constant`,source:U`
          { methods: { mode: lambda { OpenSSL::SSL::VERIFY_NONE } } }
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ off
        `},{name:`a client that is told not to verify`,source:U`
          {
            methods: {
              fetch: ->(url) { RestClient::Request.execute(method: :get, url: url, verify_ssl: false) }
                                                                                   ^^^^^^^^^^^^^^^^^ off
            }
          }
        `}],good:[{name:`a setting of the application`,source:U`{ methods: { add: lambda { |url| post('/hooks', url: url, verify_ssl: false) } } }`},{name:`a private authority`,source:U`{ test: lambda { |c| get('/me').tls_server_certs(certificates: [c['ca']]) } }`}]},create:e=>{let t=new Set;return{node:[B(be,({node:t,lambda:n})=>{t.name===`VERIFY_NONE`&&e.report(`off`,{span:C(t),path:n?.path??null},[`VERIFY_NONE`])}),Cn([`verify_ssl`,`ssl_verify`,`strict`],({node:n,lambda:r,parent:i})=>{if(!(n.key instanceof S&&n.value instanceof ke))return;let a=n.key.unescaped;(a!==`strict`||t.has(i))&&(a===`strict`||r&&cp.test(e.source.slice(r.span)))&&e.report(`off`,{span:C(n),path:r?.path??null},[`${a}: false`])}),V([`tls_server_certs`],({node:e})=>{for(let n of w(e))t.add(n)})]}}}),up=/^[a-z][a-z0-9+.-]*:\/\/[^/\s:@?#]+:(?<secret>[^/\s@?#[\](){}|<>^]{3,200})@[^/\s]/iu,dp=/[?&](?:api_?key|access_token|token|password|secret|client_secret)=(?<secret>[A-Za-z0-9_\-.~+/%]{8,200})(?:&|$)/iu,fp=RegExp(`^[a-z][a-z0-9+.-]*://[^/\\s@?#]*:￼@`,`iu`),pp=/@(?<=:\/\/[^/@]*@)|[?&](?:api_?key|access_token|token|password|secret|client_secret)=/iu,mp=z({id:`security/url-credentials`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes no credentials into addresses.`,why:`What stands in an address is a secret in the code, and ends in the logs of every server on the way.`,remedy:"Ask for the credentials in connection fields, and add them in `apply`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html`]},messages:{user:()=>`The address contains a user name with a password.`,holes:()=>`The address is put together with a user name and a password, which logs of addresses keep.`,query:()=>`The query of the address contains a secret.`},examples:{bad:[{name:`a password`,source:U`
          { test: lambda { |_connection| get('https://bob:pw12-9k@api.acme.com/me') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user
        `},{name:`a key`,source:U`
          { test: lambda { |_connection| get('https://api.acme.com/me?api_key=f81d4fae7dec11d0') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ query
        `},{name:`a password that is put into each address`,source:U`
          {
            'methods' => {
              'find' => ->(connection, path) {
                get("https://#{connection['user']}:#{connection['password']}@api.acme.com/#{path}")
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ holes
              }
            }
          }
        `},{name:`a password before a host that is computed`,source:U`
          { methods: { me: lambda { |connection| get("https://bob:pw12-9k@#{connection['host']}/me") } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user
        `}],good:[{name:`a placeholder in a hint`,source:U`{ methods: { hint: lambda { 'https://user:password@host/x?token=xxxxxxxxxx' } } }`},{name:`words that are no secrets, and a pattern`,source:U`
          {
            test: lambda { |_c| get('https://api.acme.com/me?token=required_fields&password=optional') },
            methods: { secret: lambda { |url| url.match?('https://[^:]+:[^@]+@host') } }
          }
        `},{name:`a port`,source:U`{ test: lambda { |_c| get('https://api.acme.com:8443/me') } }`}]},create:e=>{let t=[],n=[],r=ci(n),i=(e,n,r)=>{e.includes(`://`)&&(hp(up.exec(e))?t.push({message:`user`,node:n,lambda:r}):Xu(dp.exec(e)?.groups?.secret??``,8)?t.push({message:`query`,node:n,lambda:r}):fp.test(e)&&t.push({message:`holes`,node:n,lambda:r}))};return{node:[...wn(pp,B(x,({node:e,lambda:t,parent:n})=>{n instanceof v||i(e.unescaped,e,t)}),B(v,({node:e,lambda:t})=>{let n=e.parts.map(e=>e instanceof x?e.unescaped:`￼`);i(n.join(``),e,t)}))],request({node:e}){let[t]=w(e);t&&n.push(C(t))},end(){let n=new Qf(e.connector);for(let{message:i,node:a,lambda:o}of t){let t={span:C(a),path:o?.path??null},s=r(t.span),c=i!==`holes`&&s&&!n.includes(t.span,t.path);e.report(i,t,[],c?{}:{severity:`warning`})}}}}});function hp(e){let t=e?.groups?.secret;return t!==void 0&&!t.includes(`￼`)&&!Ju(t)}const gp=/(?:^|_)(?:url|uri|href|link|endpoint_url|host|hostname|domain)$/iu,_p=z({id:`security/user-url`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Sends no request to an address that comes from an input.`,why:`The connection's credentials go with every request, so whoever controls a mapped address receives them.`,remedy:`Take a path or an ID as input, or check that the address begins with the application's own host before the request.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/custom-action.html`]},messages:{whole:(e,t)=>`The \`${e}\` goes wherever the input \`${t}\` says.`,host:(e,t)=>`The host of the \`${e}\` is the input \`${t}\`.`},examples:{bad:[{name:`a file at any address`,source:U`
          {
            actions: {
              download: { execute: lambda { |_connection, input| { file: get(input['file_url']).response_format_raw } } }
                                                                             ^^^^^^^^^^^^^^^^^ whole
            }
          }
        `},{name:`a host that the user names`,source:U`
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
        `}],good:[{name:`an address to which a file is uploaded in parts`,source:U`
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
        `},{name:`a path of the connection's host`,source:U`
          { actions: { custom: { execute: lambda { |_connection, input| get(input['path'], input['data']) } } } }
        `},{name:`a host and an address that are chosen from a list`,source:U`
          {
            actions: {
              ping: {
                input_fields: lambda do
                  [
                    { name: 'region', control_type: 'select', pick_list: [%w[Europe eu]] },
                    { name: 'status_url', control_type: 'select', pick_list: 'pages' }
                  ]
                end,
                execute: lambda do |_connection, input|
                  { at: get("https://#{input['region']}.acme.com/ping"), page: get(input['status_url']) }
                end
              }
            }
          }
        `},{name:`a connection that adds nothing to requests`,source:U`
          {
            connection: { fields: [], authorization: { type: 'none' } },
            actions: { read: { execute: lambda { |_connection, input| get(input['feed_url']) } } }
          }
        `},{name:`an address that is checked`,source:U`
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
        `}]},create:e=>{let t=e.shared(sf),n=new Set,r=[];return{node:t.listeners,bareCall:{workato({chain:e,lambda:t}){t&&e[1]?.name===`stream`&&e[2]?.name===`in`&&n.add(t.path)}},request(e){r.push(e)},end(){if(!vp(e.connector.connection))for(let e of r)a(e)}};function i(t,n){return mf(e,t,n).length>0&&!pf(e,t,n)}function a({node:r,verb:a,lambda:o}){let[s]=w(r);if(!o||!s||n.has(o.path))return;let c=t.keyOf(s,o);if(c!==null){if(!gp.test(c)||t.isChecked(o,c)||i(o,c))return;e.report(`whole`,{span:C(s),path:o.path},[a,c]);return}let[l,u]=t.partsOf(s,o)??[];if(!(l instanceof x)||!/^https?:\/\/$/iu.test(l.unescaped))return;let d=u&&t.keyIn(u,o);!d||t.isChecked(o,d)||i(o,d)||e.report(`host`,{span:C(u),path:o.path},[a,d])}}});function vp({closed:e,authorization:t,options:n}){return!e||n.length>0?!1:!t||t.closed&&!t.has(`apply`)&&!t.has(`credentials`)}const yp=/^(?:hmac_(?:sha1|sha256|sha512|md5)|encode_sha\d+|sha\d+|(?:sha\d+_|md5_)?hexdigest|md5_hexdigest|md5_digest)$/u,bp=/token|secret|signature|password|hmac|api_?key|verif/iu,xp=z({id:`security/webhook-signature`,severity:`notice`,confidence:`low`,since:`0.1.0`,docs:{summary:`Verifies the signature of webhook events where the app signs them.`,why:`Anyone who knows the address of the webhook can send events that start recipes.`,remedy:"Compare the signature in the headers with that of the payload, with `webhook_payload_type: 'raw'`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-triggers/securing-webhooks.html`]},messages:{notRaw:e=>`The signature is made of a payload that was parsed, since \`${e}\` does not say \`webhook_payload_type: 'raw'\`.`,unverified:e=>`The trigger \`${e}\` takes events without a look at their headers.`},examples:{bad:[{name:`an event as it came`,source:U`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda { |_input, payload| payload }
                ^^^^^^^^^^^^^^^^^^^^^ unverified
              }
            }
          }
        `},{name:`a kind of event that is compared`,source:U`
          {
            'triggers' => {
              'new_lead' => {
                'webhook_notification' => ->(input, payload, _eis, _eos) { payload if payload['type'] == input['type'] }
                ^^^^^^^^^^^^^^^^^^^^^^ unverified
              }
            }
          }
        `},{name:`a signature of a parsed payload`,source:U`
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
        `}],good:[{name:`a token in the address`,source:U`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda do |input, payload, _eis, _eos, _headers, params|
                  payload if params['token'] == input['token']
                end
              }
            }
          }
        `},{name:`a token in the payload, itself or by a method`,source:U`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda do |input, payload|
                  payload['leads'] if payload['token'] == input['webhook_token']
                end
              },
              new_deal: {
                'webhook_notification' => ->(input, payload) { call('verified_event', input, payload) }
              }
            },
            methods: {
              verified_event: ->(input, event) { event['secret'] == input['secret'] ? event : {} }
            }
          }
        `},{name:`a signature of one entry`,source:U`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda do |_input, payload, _eis, _eos, headers|
                  payload if headers['X-Token'] == payload['id'].encode_sha256
                end
              }
            }
          }
        `},{name:`a signature that is compared`,source:U`
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
        `}]},create:e=>{let t=new Set,n=new Set,r=new Set;return{node:wn(/webhook_notification/u,V([`==`,`!=`,`eql?`,`secure_compare`,`call`],({node:t,lambda:n})=>{Sp(n)&&bp.test(e.source.slice(C(t)))&&r.add(n.path)}),B(b,({node:e,lambda:t})=>{Sp(t)&&Cp(e.value,t,n)&&n.add(`${t.path}:${e.name}`)}),B(_,({node:t,lambda:r})=>{if(!Sp(r)||!t.receiver||!yp.test(t.name))return;let i=e.connector.triggers.get(r.ownerName);i?.closed&&!i.has(`webhook_payload_type`)&&Cp(t.receiver,r,n)&&e.report(`notRaw`,{span:C(t),path:r.path},[i.name],{severity:`warning`})}),B(y,({node:e,lambda:n})=>{n?.key===`webhook_notification`&&t.add(`${n.path}:${e.name}`)})),end(){for(let n of e.connector.triggers.entries){let i=n.get(`webhook_notification`),a=n.lambda(`webhook_notification`);if(!i||!a||n.deprecated||n.has(`poll`))continue;let{required:o,optional:s,rest:c}=a.parameters;c||s.length>0||o[4]===null||r.has(a.path)||o.slice(4).some(e=>e!==null&&t.has(`${a.path}:${e}`))||e.report(`unverified`,i,[n.name])}}}}});function Sp(e){return e?.owner===`trigger`&&e.key===`webhook_notification`}function Cp(e,t,n){let r=e=>Cp(e,t,n);return e instanceof y?e.name===t.parameters.required[1]||n.has(`${t.path}:${e.name}`):e instanceof v?e.parts.some(r):e instanceof De?e.statements?.body.some(r)??!1:e instanceof wt?e.body instanceof Bt&&e.body.body.some(r):!(e instanceof _)||!e.receiver?!1:e.name===`+`?r(e.receiver)||w(e).some(r):/^to_(?:json|s|param)$/u.test(e.name)&&r(e.receiver)}const wp=[zu,wd,kd,Md,Rd,Bd,Zd,xf,Of,Pf,Uf,qf,Yf,$f,ap,lp,mp,_p,xp],Y=`https://docs.workato.com/en/developing-connectors/sdk`,X={reference:`${Y}/sdk-reference.html`,actions:`${Y}/sdk-reference/actions.html`,triggers:`${Y}/sdk-reference/triggers.html`,connection:`${Y}/sdk-reference/connection.html`,authorization:`${Y}/sdk-reference/connection/authorization.html`,test:`${Y}/sdk-reference/test.html`,schema:`${Y}/sdk-reference/schema.html`,pickLists:`${Y}/sdk-reference/picklists.html`,objectDefinitions:`${Y}/sdk-reference/object_definitions.html`,methods:`${Y}/sdk-reference/methods.html`,streams:`${Y}/sdk-reference/streams.html`,http:`${Y}/sdk-reference/http.html`,ruby:`${Y}/sdk-reference/whitelist-removal.html`,bestPractices:`${Y}/guides/best-practices.html`,triggerLimits:`${Y}/guides/trigger-limit.html`,staticWebhooks:`${Y}/guides/building-triggers/static-webhook.html`,dynamicWebhooks:`${Y}/guides/building-triggers/dynamic-webhook.html`,hybridTriggers:`${Y}/guides/building-triggers/hybrid-triggers.html`,multistepActions:`${Y}/guides/building-actions/multistep-actions.html`,waitForResume:`${Y}/guides/building-actions/wait-for-resume-actions.html`,multiAuth:`${Y}/guides/authentication/multi_auth.html`,codePatterns:`${Y}/guides/advanced-connector-guide/connector-building-code-patterns.html`,limits:`${Y}/limits.html`,gem:`https://github.com/workato/workato-connector-sdk`};function Z(...e){return{holds:[`lambda`],parameters:e}}function Tp(e,...t){return{holds:[`lambda`,...e],parameters:t}}function Q(...e){return{holds:e,parameters:null}}const Ep=[`object_definitions`,`connection`,`config_fields`],Dp={title:Q(`text`),connection:Q(`hash`),test:Z(`connection`),custom_action:Q(`boolean`),custom_action_help:Q(`hash`,`text`,`lambda`),actions:Q(`hash`),triggers:Q(`hash`),object_definitions:Q(`hash`),pick_lists:Q(`hash`),methods:Q(`hash`),secure_tunnel:Q(`boolean`),webhook_keys:Z(`params`,`headers`,`payload`),streams:Q(`hash`)},Op={fields:Tp([`array`],`connection`,`config_fields`),extended_fields:Tp([`array`],`connection`),authorization:Q(`hash`),base_uri:Z(`connection`)},kp={type:Q(`text`,`lambda`),client_id:Tp([`text`],`connection`),client_secret:Tp([`text`],`connection`),authorization_url:Z(`connection`),token_url:Z(`connection`),acquire:Z(`connection`,`auth_code`,`redirect_uri`,`verifier`),apply:Z(`connection`,`access_token`),refresh_on:Q(),detect_on:Q(),refresh:Z(`connection`,`refresh_token`),identity:Z(`connection`),pkce:Z(`verifier`,`challenge`),selected:Z(`connection`),options:Q(`hash`),noopener:Q(`boolean`)},Ap={...kp,fields:Tp([`array`],`connection`,`config_fields`)},jp={title:Q(`text`,`lambda`),subtitle:Q(`text`,`lambda`),description:Tp([`text`],`input`,`picklist_label`),display_priority:Q(`number`),batch:Q(`boolean`),bulk:Q(`boolean`),deprecated:Q(`boolean`),config_fields:Tp([`array`],...Ep),input_fields:Z(...Ep),output_fields:Z(...Ep),sample_output:Tp([`hash`,`array`],`connection`,`input`),summarize_input:Q(),summarize_output:Q()},Mp={...jp,help:Tp([`text`,`hash`],`input`,`picklist_label`),execute:Z(`connection`,`input`,`extended_input_schema`,`extended_output_schema`,`continue`),retry_on_response:Q(),retry_on_request:Q(),max_retries:Q(`number`),before_suspend:Z(`resume_token`,`expires_at`,`continue`),before_resume:Z(`data`,`input`,`continue`),before_timeout_resume:Z(`input`,`continue`),streams:Q(`hash`)},Np={...jp,help:Tp([`text`,`hash`],`input`,`picklist_label`,`connection`,`webhook_base_url`),poll:Z(`connection`,`input`,`closure`,`extended_input_schema`,`extended_output_schema`),dedup:Z(`record`),webhook_key:Tp([`text`],`connection`,`input`),webhook_subscribe:Z(`webhook_url`,`connection`,`input`,`recipe_id`),webhook_refresh:Z(`webhook_subscribe_output`),webhook_unsubscribe:Z(`webhook_subscribe_output`,`connection`),webhook_notification:Z(`input`,`payload`,`extended_input_schema`,`extended_output_schema`,`headers`,`params`,`connection`,`webhook_subscribe_output`),webhook_response_type:Q(`text`),webhook_response_body:Q(),webhook_response_headers:Q(),webhook_response_status:Q(`number`),webhook_payload_type:Q(`text`),webhook_url_help:Tp([`text`,`hash`],`connection`,`input`,`webhook_base_url`),streams:Q(`hash`)},Pp={fields:Z(`connection`,`config_fields`,`object_definitions`)},Fp=[`input`,`starting_byte_range`,`ending_byte_range`,`byte_size`],Ip=[`basic_auth`,`api_key`,`oauth2`,`custom_auth`,`multi`],Lp={authorization:new Set([`credentials`]),operation:new Set([`title_hint`,`hint`,`document_id`,`sort_by`,`type`])},Rp={root:Dp,connection:Op,authorization:kp,action:Mp,trigger:Np,objectDefinition:Pp,pickList:{},method:{},stream:{}};function zp({owner:e,key:t}){if(e===`stream`)return Fp;let n=Rp[e];return Object.hasOwn(n,t)?n[t].parameters:null}function Bp({fields:e}){let t=new Set;for(let n of e){let e=n.text(`control_type`)===`password`||vd(n.name??``);n.name!==null&&e&&t.add(n.name)}return t}function Vp({lambdas:e},t){return e.some(e=>{if(e.owner===`authorization`)return!1;let n=e.owner===`pickList`?0:zp(e)?.indexOf(`connection`)??-1,r=rr(e.parameters)[n],i=qt(e.value.node)?.body;return!!(r&&i&&Hp(i,r,t))})}function Hp(e,t,n){let r=[[e,null]];for(let e=r.pop();e;e=r.pop()){let[i,a]=e;if(i instanceof y&&i.name===t){let e=a instanceof _&&a.receiver===i?Up(a):null;if(e===null||n.has(e)||vd(e))return!0}for(let e of T(i))r.push([e,i])}return!1}function Up(e){let[t]=w(e);return e.name!==`[]`&&e.name!==`dig`&&e.name!==`fetch`?null:E(t)}const Wp=new Set([`basic_auth`,`api_key`,`oauth2`,`custom_auth`]),Gp=z({id:`structure/apply-missing`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Says with `apply` how requests are signed.",why:`It is what adds the credentials to each request; without it the API refuses them.`,remedy:"Add `apply:` with a lambda that sets headers, parameters or user and password.",sources:[X.authorization]},messages:{missing:e=>`The \`${e}\` authorization has no \`apply\`.`},examples:{bad:[{name:`no apply`,source:U`
          {
            connection: {
              fields: [{ name: 'api_key', control_type: 'password' }, { name: 'subdomain' }],
              authorization: { type: 'api_key' }
              ^^^^^^^^^^^^^^ missing
            },
            actions: { ping: { execute: ->(connection, _i) { get("https://#{connection['subdomain']}.acme.com") } } }
          }
        `}],good:[{name:`an apply`,source:U`
          { connection: { authorization: { type: 'api_key', apply: ->(c) { headers('X-Key': c['key']) } } } }
        `},{name:`requests that are signed one by one`,source:U`
          {
            connection: { fields: [{ name: 'secret_key' }], authorization: { type: 'custom_auth' } },
            actions: { buckets: { execute: ->(connection, _i) { call('signed', connection, '/buckets') } } }
          }
        `},{name:`an API that is open to all`,source:U`
          { connection: { fields: [{ name: 'subdomain' }], authorization: { type: 'custom_auth' } } }
        `},{name:`the key of an older SDK`,source:U`
          { connection: { authorization: { type: 'basic_auth', credentials: ->(c) { user(c['user']) } } } }
        `}]},create:e=>({authorization(t){let{type:n}=t;if(!t.closed||n===null||!Wp.has(n)||t.has(`apply`)||t.has(`credentials`))return;let r=Kp(t,e.connector);n!==`oauth2`&&r.size===0||Vp(e.connector,r)||e.report(`missing`,t,[n])}})});function Kp(e,t){if(e.option===null)return Bp(t.connection.fields);let n=e.get(`fields`);return n?Bp(t.fieldListOf(n,`connection`)):new Set}const qp=z({id:`structure/array-without-of`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Says what the items of an array are.`,why:`The SDK assumes objects, which shows arrays of texts or numbers wrongly.`,remedy:"Add `of:` with the type of the items.",sources:[X.schema,X.gem]},messages:{missing:()=>`The field is an array, but does not say of what.`,object:()=>"The field is an array with properties, but does not say `of: 'object'`."},examples:{bad:[{name:`an array of anything`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', type: 'array' }] } } } }
                                                                      ^^^^^ missing
        `},{name:`an array with properties`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'x', type: 'array', properties: [{ name: 'id' }] }] } } } }
                                                                   ^^^^^ object
        `,fixed:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'x', type: 'array', properties: [{ name: 'id' }], of: 'object' }] } } } }
        `}],good:[{name:`an array of strings`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', type: :array, of: :string }] } } } }
        `}]},create:e=>({attribute:H([`type`],(t,n)=>{if(t.text(`type`)!==`array`||!t.uses.every(e=>e.closed&&!e.has(`of`)))return;let r=t.get(`properties`);if(!r||L(r.value)?.length===0){e.report(`missing`,n,[]);return}let i=Fi(t.node,`of: 'object'`,e.source),a={title:"Add `of: 'object'`",edits:i};e.report(`object`,n,[],{severity:`notice`,...i.length>0?{fix:a}:{}})})})}),Jp=z({id:`structure/connection-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has a `connection` with an `authorization`.",why:`Without an authorization the credentials that users enter are not sent with a request.`,remedy:"Add `connection:` with `authorization:` that says how requests are signed.",sources:[X.connection]},messages:{connection:()=>"The connector has no `connection`.",authorization:()=>"The `connection` has no `authorization`."},examples:{bad:[{name:`no connection`,source:U`
          { title: 'Acme', actions: { ping: { execute: ->(_c, _i) { get('https://acme.com/ping') } } } }
            ^^^^^^ connection
        `},{name:`no authorization`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }
                           ^^^^^^^^^^^ authorization
        `}],good:[{name:`a connection with an authorization`,source:U`
          { connection: { authorization: { type: 'api_key', apply: ->(c) { headers(key: c['key']) } } } }
        `},{name:`an API that is open to all`,source:U`{ title: 'Acme', connection: { fields: [{ name: 'planet' }] } }`},{name:`a connector that makes no requests`,source:U`{ title: 'Texts', actions: { upcase: { execute: ->(_c, input) { { text: input['text'].upcase } } } } }`},{name:`a connection from elsewhere`,source:U`{ title: 'Acme', connection: shared_connection }`}]},create:e=>({end(){let{connector:t}=e,{root:n,connection:r}=t,i=n.get(`connection`);if(!i){if(!n.closed||t.requests.length===0)return;e.report(`connection`,Ta(n),[],{path:`connection`,severity:`warning`})}else if(r.closed&&!r.has(`authorization`)){let n=Bp(r.fields);if(n.size===0)return;let a=Vp(t,n);e.report(`authorization`,i,[],a?{severity:`warning`}:{})}}})}),Yp=z({id:`structure/connection-pick-list`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Gives connection fields their choices as `options`.",why:"There are no credentials yet when these fields are shown, so the lists of `pick_lists` are not available.",remedy:"Write the choices into the field as `options: [['Label', 'value']]`.",sources:[X.connection,X.pickLists]},messages:{named:e=>`Connection fields cannot use the list \`${e}\` of \`pick_lists\`.`},examples:{bad:[{name:`a named list`,source:U`
          {
            connection: { fields: [{ name: 'env', control_type: 'select', pick_list: 'envs' }] },
                                                                          ^^^^^^^^^^ named
            pick_lists: { envs: lambda { [%w[Production prod], %w[Sandbox test]] } },
            actions: { move: { input_fields: lambda { |_| [{ name: 'to', pick_list: 'envs' }] } } }
          }
        `,fixed:U`
          {
            connection: { fields: [{ name: 'env', control_type: 'select', options: [%w[Production prod], %w[Sandbox test]] }] },
            pick_lists: { envs: lambda { [%w[Production prod], %w[Sandbox test]] } },
            actions: { move: { input_fields: lambda { |_| [{ name: 'to', pick_list: 'envs' }] } } }
          }
        `}],good:[{name:`options, or an array in place`,source:U`
          { connection: { fields: [{ name: 'a', options: [%w[A a]] }, { name: 'b', pick_list: [%w[B b]] }] } }
        `},{name:`a list that is not shown`,source:U`
          {
            connection: {
              fields: [
                { name: 'env', control_type: 'select', pick_list: 'envs', options: [%w[Test test]] },
                { name: 'host', control_type: 'text', pick_list: 'hosts' }
              ]
            }
          }
        `}]},create:e=>({attribute:H([`pick_list`],(t,n)=>{if(!t.isConnection)return;let r=I(n.value);if(r===null||!Xp(t))return;let i=e.connector.pickLists.get(r)?.options,a=L(i)&&i?.node instanceof ie?i.node:null,o={start:n.span.start,end:n.valuePlace.span.end},s=(e.connector.facts.textCounts.get(r)??0)>1,c=a&&s&&e.source.slice(n.span).endsWith(`:`);e.report(`named`,n,[r],c?{fix:{title:`Write the choices into the field`,edits:[{span:o,text:`options: ${e.source.slice(C(a))}`}]}}:{})})})});function Xp(e){let t=e.get(`control_type`);return!e.has(`options`)&&(!t||/select|tree/.test(I(t.value)??``))}const Zp=z({id:`structure/curly-quotes`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Quotes strings with straight quotes.`,why:`Ruby takes a typographic quote for part of a name, so the text becomes the call of a method that is not there.`,remedy:"Replace the quotes with `'` or `\"`.",sources:[X.codePatterns]},messages:{curly:e=>`\`${e}\` is not a string, since its quotes are typographic.`},examples:{bad:[{name:`a name in typographic quotes`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: “currency” }] } } } }
                                                             ^^^^^^^^^^ curly
        `,fixed:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'currency' }] } } } }
        `}],good:[{name:`typographic quotes in a string`,source:U`{ title: 'Acme “Cloud”', connection: {} }`}]},create:e=>({connector({facts:t}){for(let[n,r]of t.bareCalls){if(!/^[\u2018\u2019\u201C\u201D]/.test(n))continue;let t=/^[\u2018\u201C](?<text>\w+)[\u2019\u201D]$/.exec(n)?.groups?.text;for(let{node:i,lambda:a}of r){let r=C(i),o=t!==void 0&&w(i).length===0&&i.block===null,s={title:`Use straight quotes`,edits:[{span:r,text:`'${t}'`}]};e.report(`curly`,{span:r,path:a?.path??null},[n],o?{fix:s}:{})}}}})});function Qp(e,t){let n=R(e.result());if(!n.some(t))return[];let r=n.every(t),i=$p(qt(e.value.node));return n.filter(t).flatMap(({kind:t,node:n})=>{let a=n instanceof ie||n instanceof x;return!r&&!(a&&i.has(n))?[]:[{kind:t,place:{span:n?C(n):e.span,path:e.path},isLiteral:a,isSure:r}]})}function $p(e){return tm([e.body,...nm(e)])}function em(e){return tm([e.body])}function tm(e){let t=new Set,n=[...e];for(;n.length>0;){let e=n.pop();if(!e)continue;let r=im(e);r?n.push(...r):t.add(e)}return t}function nm({body:e}){let t=[],n=e?[e]:[];for(let e=n.pop();e;e=n.pop())e instanceof It||e instanceof _t?t.push(...w(e)):rm.includes(e.constructor)||n.push(...T(e));return t}const rm=[le,st,we,Gt,Ut,Me];function im(e){return e instanceof Bt?[e.body.at(-1)??null]:e instanceof He?[e.statements,e.subsequent]:e instanceof Ht?[e.statements,e.elseClause]:e instanceof _e?[...e.conditions,e.elseClause]:e instanceof se?[e.elseClause?null:e.statements,e.rescueClause,e.elseClause]:e instanceof Nt?[e.statements,e.subsequent]:e instanceof Wt||e instanceof Ee?[e.statements]:e instanceof wt?[e.body]:e instanceof ne||e instanceof Ct?[e.right]:null}function am(e){return e instanceof _&&e.block!==null&&/^(?:map|flat_map|filter_map|collect)$/u.test(e.name)}const om=z({id:`structure/custom-auth-acquire-output`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Returns a hash from `acquire` of custom authorization.",why:`Its result is merged into the connection, which an array cannot be.`,remedy:"Return one hash, such as `{ access_token: token }`.",sources:[X.authorization]},messages:{array:()=>"`acquire` returns an array; for `custom_auth` it returns a hash."},examples:{bad:[{name:`an array, as for OAuth 2.0`,source:U`
          { connection: { authorization: { type: 'custom_auth', acquire: ->(c) { [{ token: c['t'] }, nil] } } } }
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ array
        `}],good:[{name:`a hash`,source:U`
          { connection: { authorization: { type: 'custom_auth', acquire: ->(c) { { token: c['t'] } } } } }
        `},{name:`an array that is taken apart`,source:U`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: ->(c) { token = call('token', c); token.is_a?(Array) ? token.first : token }
              }
            },
            methods: { token: ->(c) { c['code'] ? [{ token: c['code'] }, nil] : { token: c['t'] } } }
          }
        `}]},create:e=>({authorization(t){let n=t.lambda(`acquire`);if(t.type===`custom_auth`&&n)for(let{place:t,isSure:r}of Qp(n,({kind:e})=>e===`array`))e.report(`array`,t,[],r?{}:{severity:`warning`})}})}),sm=z({id:`structure/dedup-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives every trigger a `dedup`.",why:`Without it the platform cannot tell new events from those it has seen.`,remedy:"Add `dedup:` with a lambda that makes a string of the record's id, and of its time where updates count.",sources:[X.triggers]},messages:{missing:e=>`The trigger \`${e}\` has no \`dedup\`.`,legacy:(e,t)=>`The trigger \`${e}\` has no \`dedup\`, but \`${t}\` of an older SDK.`},examples:{bad:[{name:`no dedup`,source:U`
          { triggers: { new_lead: { poll: ->(c, i, last) { {} } } } }
                        ^^^^^^^^^ missing
        `},{name:`the key of an older SDK`,source:U`
          { triggers: { new_lead: { poll: ->(c, i, last) { {} }, document_id: ->(lead) { lead['id'] } } } }
                        ^^^^^^^^^ legacy
        `}],good:[{name:`a dedup`,source:U`{ triggers: { new_lead: { poll: ->(c, i, last) { {} }, dedup: ->(r) { r['id'] } } } }`}]},create:e=>({trigger(t){if(!t.closed||t.has(`dedup`))return;let n=[`document_id`,`sort_by`,`type`].find(e=>t.has(e));n?e.report(`legacy`,t,[t.name,n],{severity:`warning`}):e.report(`missing`,t,[t.name])}})});function cm(e,t,n){if(t?.kind!==`number`||t.number<1)return null;let r=[];for(let i=0;i<e.length;i+=n?1:t.number){let a=e.slice(i,i+t.number);n&&a.length!==t.number||r.push(a)}return r}function lm(e,{name:t,block:n,node:r}){let i=e.length===0?[]:[[e[0]]];for(let[r,a]of e.slice(1).entries()){let o=F(n(e[r],a));if(o===null)return null;o===(t===`chunk_while`)?i.at(-1).push(a):i.push([a])}return N(i.map(e=>N(e)),r)}function um(e,{values:t,node:n}){let[r,i=k(n)]=t,a=cm(e,r,!1);if(!a||r?.kind!==`number`||i.kind===`unknown`&&a.length>0)return null;let o=F(i)!==!1||i.kind===`nil`;return o&&r.number>1e3?null:a.map(e=>{let t=o?r.number-e.length:0;return N([...e,...Array.from({length:t},()=>i)])})}function dm(e,{block:t,node:n}){let r=ln(n);for(let n of e){let e=vo(t(n),n),i=e&&r.entries.get(e.key);if(!e||i&&i.keyValue.kind!==e.keyValue.kind)return null;let a=i?.value.kind===`array`?i.value:N([]);a.items.push({value:n,conditional:!1}),r.entries.set(e.key,{...e,value:a})}return r}function fm(e,{block:t,node:n}){let r=e.length<200,i=r?e.toSorted((e,n)=>{let i=t(e,n);return r&&=i.kind===`number`&&(i.number!==0||e===n),i.kind===`number`?i.number:0}):e;return r?N(i,n):null}function pm(e,{name:t,values:[n],block:r,node:i}){let a=e.map(e=>r(e));if(t!==`sort_by`&&!n)return mm(e,a,t===`min_by`?-1:1,i);let o=hm(e,a);if(!o||!n)return o&&N(o,i);let s=hm(a,a)??[],c=s.every((e,t)=>t===0||Ho(e,s[t-1])!==0);return t!==`sort_by`&&c?_m(o,t===`max_by`,n,i):null}function mm(e,t,n,r){let i=0;for(let r of e.keys()){let e=Ho(t[r],t[i]);if(e===null)return null;e===n&&(i=r)}return e[i]??k(r)}function hm(e,t){let n=!0,r=[...e.keys()].sort((e,r)=>{let i=Ho(t[e],t[r]);return n&&=i!==null,i??0});return n?r.map(t=>e[t]):null}function gm(e,{name:t,values:[n],node:r}){let i=hm(e,e);return i&&_m(i,t===`max`,n,r)}function _m(e,t,n,r){return n?.kind!==`number`||n.number<0?null:N((t?e.toReversed():e).slice(0,n.number),r)}function vm(e,t){let{name:n,values:r,node:i}=t,a=t.block,[o]=r;switch(n){case`find`:case`detect`:case`transform_find`:return o?null:ym(e,t);case`find_index`:case`index`:{let t=e.findIndex(e=>F(a(e))!==!1);return t===-1?k(i):F(a(e[t]))===null?null:M(t,i)}case`any?`:case`all?`:case`none?`:return bm(e,t);case`one?`:case`count`:{let t=e.map(e=>F(a(e))),r=t.filter(Boolean).length;return t.includes(null)?null:n===`count`?M(r,i):A(r===1,i)}case`filter_map`:case`transform_select`:{let t=e.map(e=>a(e));return t.some(e=>F(e)===null)?null:N(t.filter(e=>F(e)),i)}case`partition`:{let t=e.map(e=>F(a(e)));return t.includes(null)?null:N([!0,!1].map(n=>N(e.filter((e,r)=>t[r]===n))),i)}case`take_while`:case`drop_while`:{let t=e.map(e=>F(a(e))),r=t.findIndex(e=>e!==!0);if(r!==-1&&t[r]===null)return null;let o=r===-1?e.length:r;return N(n===`take_while`?e.slice(0,o):e.slice(o),i)}default:return null}}function ym(e,t){let n=[];for(let r of e){let e=t.block(r),i=F(e),a=t.name===`transform_find`?e:r;if(i!==!1&&n.push(a),i===!0)return P(n,t.node)}return P([...n,k()],t.node)}function bm(e,t){let n=t.name!==`all?`,r=!0;for(let i of e){let e=F(t.block(i));if(e===n)return r?A(t.name===`any?`,t.node):O(t.node);r&&=e!==null}return r?A(t.name!==`any?`,t.node):O(t.node)}function xm(e,t){let n=[];for(let t of e.items){let e=t.value.kind===`nil`,r=t.value.kind===`unknown`||t.value.kind===`choice`;e||n.push(r?Sm(t):t)}return sn(n,t,e.open)}function Sm(e){if(e.value.kind!==`choice`)return{...e,conditional:!0};let t=e.value.options.filter(e=>e.kind!==`nil`),n=t.length===e.value.options.length&&t.every(({kind:e})=>e!==`unknown`);return{value:P(t),conditional:e.conditional||!n}}function Cm(e,t,n,r=0){if(t<0||r>40||!D(e.items.length+1))return null;let i=sn([],n,e.open);for(let n of e.items)if(n.value.kind===`array`&&t>0){let e=Cm(n.value,t-1,null,r+1);if(!e)return null;for(let t of e.items)i.items.push({...t,conditional:t.conditional||n.conditional});i.open||=e.open}else i.items.push(n),i.open||=n.value.kind===`unknown`||n.value.kind===`choice`;return i}function wm(e,t,n=Ko){let r=e.map(e=>n(e,t));return r.includes(!0)?!0:r.includes(null)?null:!1}function Tm(e){let t=e.map(e=>L(e));return t.every(e=>e!==null)?t:null}function Em(e,t,n){let r=[];for(let n of e){let e=wm(t,n,qo);if(e===null&&t.length>0)return null;e||r.push(n)}return N(r,n)}function Dm(e,t){let n=[];for(let r of e.keys()){let e=n.map(e=>qo(t[e],t[r]));if(e.includes(null))return null;e.includes(!0)||n.push(r)}return n.map(t=>e[t])}function Om(e,t){let n=Tm(e),r=n?.[0]?.length??0;return!n||n.some(e=>e.length!==r)?null:N(Array.from({length:r},(e,t)=>N(n.map(e=>e[t]))),t)}function km(e,t,n=j){if(e.length>2e5)return null;try{return Am(JSON.parse(e),t,n,0)}catch{return null}}function Am(e,t,n,r){if(r>50)return null;switch(typeof e){case`string`:return j(e,t);case`boolean`:return A(e,t);case`number`:return Number.isSafeInteger(e)||!Number.isInteger(e)?{kind:`number`,number:e,float:!Number.isInteger(e),node:t}:null}if(e===null)return k(t);if(Array.isArray(e)){let i=e.map(e=>Am(e,t,n,r+1));return i.includes(null)?null:N(i,t)}let i=ln(t),a=Object.entries(e);if(a.length>1&&a.some(([e])=>/^\d+$/.test(e)))return null;for(let[e,o]of a){let a=Am(o,t,n,r+1),s=a&&vo(n(e),a);if(!s)return null;i.entries.set(e,s)}return i}function jm({name:e},t){if(t.openArguments)return null;let{name:n,values:r,block:i,node:a}=t,[o,s]=r;switch(`${e}.${n}`){case`${e}.name`:case`${e}.to_s`:return j(e,a);case`Array.wrap`:return o?.kind===`nil`?N([],a):o?.kind===`array`?o:!o||o.kind===`unknown`||o.kind===`choice`?null:N([o],a);case`Array.new`:{if(!o)return N([],a);if(o.kind!==`number`||o.number<0||o.number>2e3)return null;let e=Array.from({length:o.number},(e,t)=>i?i(M(t)):s);return e.every(e=>e!==void 0)?N(e,a):null}case`Hash.new`:return Nm(t);case`Hash.[]`:return r.length>1?Pm(cm(r,M(2),!1).map(e=>N(e)),a):Pm(o?.kind===`array`?L(o):null,a)??(o?.kind===`hash`?ja(o):null);case`Set.new`:return i||r.length>1?null:t.context.evaluator.call(o??N([],a),{...t,name:`to_set`,values:[]});case`JSON.parse`:return o?.kind===`string`?Mm(o.text,s,a):null;case`String.new`:return o?o.kind===`string`?j(o.text,a):null:j(``,a);default:{let i=t.context.evaluator.surroundings.constant(`${e}::${n}`);return i?.kind===`function`?t.context.evaluator.invoke(i,r):null}}}function Mm(e,t,n){if(!t)return km(e,n);let r=t.kind===`hash`&&!t.open&&t.entries.size===1?t.entries.get(`symbolize_names`):void 0;return r&&F(r.value)?km(e,n,on):null}function Nm({values:[e,t],block:n,node:r}){if(t||e?.node instanceof ot)return null;let i=ln(r);return n?i.fallback=(e,t)=>n(e,t):e&&e.kind!==`nil`&&(i.fallback=()=>e),i}function Pm(e,t){if(!e)return null;let n=ln(t);for(let t of e){let[e,r]=L(t)??[],i=e&&r&&vo(e,r);i?So(n,i):bo(n)}return n}function Fm(e,t){let n=L(e),{name:r,context:i,node:a}=t,o=t.block,s=t=>e.items.map(({value:e,conditional:r},a)=>({value:n?t(e,a):i.evaluator.tentatively(()=>t(e,a),O()),conditional:r}));switch(r){case`map`:case`collect`:return sn(s(e=>o(e)),a,e.open);case`flat_map`:case`collect_concat`:return zm(sn(s(e=>o(e)),a,e.open));case`select`:case`filter`:case`find_all`:case`reject`:return Vm(e,t,r===`reject`);default:return n&&Im(e,n,t)}}function Im(e,t,n){let{name:r,values:i,node:a}=n,o=n.block,[s]=i;switch(r){case`inject`:case`reduce`:return Bm(s?[s,...t]:t,n);case`sum`:return Hm(t.map(e=>o(e)),n);case`fetch`:{let e=s?.kind===`number`&&!s.float?s:null;return e&&(t.at(e.number)??o(e))}case`sort`:return fm(t,n);case`chunk_while`:case`slice_when`:return lm(t,n);case`to_h`:return Pm(t.map(e=>o(e)),a);case`index_by`:return Pm(t.map(e=>N([o(e),e])),a);case`index_with`:return Pm(t.map(e=>N([e,o(e)])),a);case`group_by`:return dm(t,n);case`sort_by`:case`min_by`:case`max_by`:return pm(t,n);case`uniq`:{let e=Dm(t,t.map(e=>o(e)));return e&&N(e,a)}case`to_a`:return e;default:return Lm(e,t,n)??vm(t,n)}}function Lm(e,t,n){let{name:r,values:i}=n,a=n.block,[o]=i;switch(r){case`each`:case`each_entry`:for(let e of t)a(e);return e;case`reverse_each`:for(let e of t.toReversed())a(e);return e;case`each_with_index`:for(let[e,n]of t.entries())a(n,M(e));return e;case`each_index`:for(let e of t.keys())a(M(e));return e;case`with_index`:case`each_with_index_from`:return Rm(e,t,n);case`each_with_object`:case`with_object`:if(!o)return null;for(let e of t)a(e,o);return o;case`each_slice`:case`each_cons`:{let n=cm(t,o,r===`each_cons`);for(let e of n??[])a(N(e));return n&&e}case`in_groups_of`:{let r=um(t,n);for(let e of r??[])a(e);return r&&e}default:return null}}function Rm(e,t,{values:n,node:r,block:i}){let a=n[0]===void 0?0:n[0].kind===`number`?n[0].number:null;if(a===null)return null;let o=t.map((e,t)=>i(e,M(a+t)));switch(e.enumerates){case`map`:return N(o,r);case`flat_map`:return zm(N(o,r));case`each`:return N(t,r);case`select`:case`reject`:{let n=o.map(F),i=e.enumerates===`select`;return n.includes(null)?null:N(t.filter((e,t)=>n[t]===i),r)}default:return null}}function zm(e){let t={...e,items:[]};for(let n of e.items)if(n.value.kind===`array`){let e=n.value.items.map(e=>({...e,conditional:e.conditional||n.conditional}));Sn(t.items,e)||(t.open=!0),t.open||=n.value.open}else t.items.push(n),t.open||=n.value.kind===`unknown`||n.value.kind===`choice`;return t}function Bm(e,{block:t,node:n}){let[r,...i]=e;return i.reduce((e,n)=>t(e,n),r??k(n))}function Vm(e,t,n){let{context:r}=t,i=L(e)!==null,a=sn([],t.node,e.open);for(let o of e.items){let e=F(i?t.block(o.value):r.evaluator.tentatively(()=>t.block(o.value),O()));e===null?a.items.push({...o,conditional:!0}):e!==n&&a.items.push(o)}return a}function Hm(e,{values:[t],node:n}){let r=[t??M(0),...e];return e.length>1&&r.some(e=>e.kind===`number`&&e.float)?null:r.reduce((e,t)=>Fo(e,`+`,t,n))}const Um=new Map([[`collect`,`map`],[`filter`,`select`],[`find_all`,`select`],[`reverse_each`,`each`]]);function Wm(e,{name:t,values:[n],node:r}){switch(t){case`each`:case`map`:case`collect`:case`flat_map`:case`select`:case`filter`:case`find_all`:case`reject`:case`each_entry`:case`reverse_each`:return{...N(t===`reverse_each`?e.toReversed():e,r),enumerates:Um.get(t)??t};case`each_with_index`:case`with_index`:return t===`with_index`||!n?Gm(e,n,r):null;case`each_slice`:case`each_cons`:{let i=cm(e,n,t===`each_cons`);return i&&{...N(i.map(e=>N(e)),r),enumerates:`each`}}default:return null}}function Gm(e,t,n){let r=t===void 0?0:t.kind===`number`?t.number:null;return r===null?null:{...N(e.map((e,t)=>N([e,M(r+t)])),n),enumerates:`each`}}function Km(e,{name:t,values:[n],node:r}){switch(t){case`size`:case`length`:return M(e.length,r);case`count`:{let t=n?e.map(e=>Ko(e,n)):[];return t.includes(null)?null:M(n?t.filter(Boolean).length:e.length,r)}case`empty?`:return A(e.length===0,r);case`many?`:return A(e.length>1,r);case`all?`:{let t=e.map(e=>n?Xo(n,e):F(e));return t.includes(null)?null:A(t.every(Boolean),r)}case`any?`:case`none?`:{let i=e.map(e=>n?Xo(n,e):F(e));return i.includes(!0)?A(t===`any?`,r):i.includes(null)?O(r):A(t!==`any?`,r)}case`include?`:case`member?`:case`exclude?`:{let i=e.map(e=>n?Ko(e,n):null);return i.includes(!0)?A(t!==`exclude?`,r):i.includes(null)?O(r):A(t===`exclude?`,r)}case`index`:case`find_index`:case`rindex`:{let i=e.map(e=>n?Ko(e,n):null),a=e=>e!==!1,o=t===`rindex`?i.findLastIndex(a):i.findIndex(a);return o===-1?k(r):i[o]===null?null:M(o,r)}default:return null}}function qm(e,t,n,r=0){if(r>40||!D(e.length+1))return null;let i=[];for(let n of e){let e=L(n);i.push(e?I(qm(e,t,null,r+1)??void 0):hn(n))}let a=t===void 0||t.kind===`nil`?``:I(t);return a===null||i.includes(null)?null:j(i.join(a),n)}function Jm(e,{values:[t],node:n}){let r=e.map(hn);if(r.includes(null)||t&&t.kind!==`hash`)return null;let i=(e,n)=>{let r=t?.entries.get(e);return r?I(r.value):t?.open?null:n},[a,o,s]=[i(`words_connector`,`, `),i(`two_words_connector`,` and `),i(`last_word_connector`,`, and `)];return a===null||o===null||s===null||t?.entries.has(`locale`)?null:r.length<3?j(r.join(o),n):j(`${r.slice(0,-1).join(a)}${s}${r.at(-1)}`,n)}function Ym(e,t){let n=gn(t),r=n===null?void 0:e.entries.get(n);if(!r)return null;let i=e=>e.kind===`string`||e.kind===`symbol`;return r.keyValue.kind===t.kind||e.indifferent&&i(t)&&i(r.keyValue)?r:null}function Xm(e,t){return e.indifferent?!1:t?e.entries.get(gn(t)??``)?.mixed===!0:Array.from(e.entries.values()).some(e=>e.mixed)}function Zm(e,t,n){if(gn(t)===null)return e.open||e.fallback||e.entries.size>40?O(n):P([...Array.from(e.entries.values(),e=>e.value),k()],n);if(Xm(e,t))return O(n);let r=Ym(e,t);return r?r.conditional?P([r.value,O()],n):r.value:e.open?O(n):e.fallback?.(e,t)??k(n)}function Qm(e,t){let n=L(e),{name:r,node:i,values:a}=t,[o]=a;if(!n)return null;switch(r){case`[]`:case`at`:case`slice`:case`first`:case`last`:case`take`:case`drop`:case`from`:case`to`:return eh(n,t);case`second`:return n[1]??k(i);case`third`:return n[2]??k(i);case`dig`:return th(n,t);case`fetch`:return o?.kind===`number`?n.at(o.number)??a[1]??null:null;case`values_at`:return N(a.map(e=>e.kind===`number`?n.at(e.number)??k():O()),i);case`grep`:case`grep_v`:{let e=n.map(e=>o?Xo(o,e):null);return e.includes(null)?null:N(n.filter((t,n)=>e[n]===(r===`grep`)),i)}case`join`:return qm(n,o,i);case`*`:return o?.kind===`string`?qm(n,o,i):o?.kind===`number`&&n.length*o.number<5e3?N(Array.from({length:o.number},()=>n).flat(),i):null;case`uniq`:{let e=Dm(n,n);return e&&N(e,i)}case`to_h`:return Pm(n,i);case`inject`:case`reduce`:return nh(n,t);case`sum`:return Hm(n,t);case`sort`:{let e=hm(n,n);return e&&N(e,i)}case`min`:case`max`:return o?gm(n,t):mm(n,n,r===`min`?-1:1,i);case`minmax`:{let e=[mm(n,n,-1,i),mm(n,n,1,i)];return e.every(e=>e!==null)?N(e,i):null}case`rotate`:{if(o&&(o.kind!==`number`||o.float))return null;let e=n.length===0?0:(o?.number??1)%n.length;return N([...n.slice(e),...n.slice(0,e)],i)}case`transpose`:return Om(n,i);case`in_groups_of`:{let e=um(n,t);return e&&N(e,i)}case`to_sentence`:return Jm(n,t);case`tally`:{let e=ln(i);for(let t of n){let n=e.entries.get(gn(t)??``),r=vo(t,M((n?.value.kind===`number`?n.value.number:0)+1));if(!r||n&&n.keyValue.kind!==r.keyValue.kind)return null;e.entries.set(r.key,r)}return e}case`pluck`:return N(n.map(e=>a.length===1?rh(e,o,i):N(a.map(t=>rh(e,t,i)))),i);case`smart_join`:return qm(n.filter(e=>hn(e)?.trim()!==``&&F(e)!==!1).map(e=>e.kind===`string`?j(e.text.trim()):e),o,i);default:return Wm(n,t)??Km(n,t)??$m(n,t)}}function $m(e,{name:t,values:n,node:r}){if(t===`excluding`||t===`without`)return Em(e,n,r);let i=Tm(n);if(!i||i.length===0)return null;switch(t){case`-`:case`difference`:return Em(e,i.flat(),r);case`|`:case`union`:{let t=[...e,...i.flat()],n=Dm(t,t);return n&&N(n,r)}case`&`:case`intersection`:{let t=Dm(e,e)?.filter(e=>i.every(t=>t.some(t=>qo(t,e))));return t?N(t,r):null}case`zip`:return N(e.map((e,t)=>N([e,...i.map(e=>e[t]??k())])),r);case`product`:return i.length===1&&e.length*i[0].length<5e3?N(e.flatMap(e=>i[0].map(t=>N([e,t]))),r):null;default:return null}}function eh(e,{name:t,values:n,node:r}){let[i,a]=n;if(i===void 0)return t!==`first`&&t!==`last`?null:e.at(t===`first`?0:-1)??k(r);if(i.kind===`range`&&!a){let t=co(i,e.length);return t?N(e.slice(t[0],t[0]+t[1]),r):k(r)}if(i.kind!==`number`||a&&a.kind!==`number`)return null;let o=i.number;switch(t){case`first`:case`take`:return o<0?null:N(e.slice(0,o),r);case`last`:return o<0?null:N(o===0?[]:e.slice(-o),r);case`drop`:case`from`:return o<0?null:N(e.slice(o),r);case`to`:return o<0?null:N(e.slice(0,o+1),r);default:{if(!a)return e.at(o)??k(r);let t=o<0?o+e.length:o;return t<0||t>e.length?k(r):N(e.slice(t,t+a.number),r)}}}function th(e,t){let[n,...r]=t.values,i=n?.kind===`number`?e.at(n.number)??k(t.node):null;return!i||r.length===0||i.kind===`nil`?i:t.context.evaluator.call(i,{...t,values:r})}function nh(e,{values:t,node:n,context:r}){let i=I(t.at(-1)),[a,...o]=t.length===2?[t[0],...e]:e;if(i===null)return null;let s=a??k(n);for(let e of o){let t=r.evaluator.call(s,{node:n,name:i,values:[e],openArguments:!1,block:null,context:r});if(!t)return null;s=t}return s}function rh(e,t,n){return e.kind===`hash`?Zm(e,t,n):O(n)}function ih(e,t){let{name:n,values:r,context:i}=t;switch(n){case`concat`:r.some(({kind:e})=>e!==`array`)&&i.evaluator.surprise(t.node);for(let t of r)hs(e,t,i);return e;case`<<`:case`push`:case`append`:return ms(e,r,i),e;case`unshift`:case`prepend`:return ms(e,r,i,!0),e;default:return i.evaluator.isTentative(e)?null:ah(e,t)}}function ah(e,t){let n=L(e),{name:r,values:i,node:a,block:o}=t,[s,c]=i;if(!n)return null;let l=s?.kind===`number`&&!s.float?s.number<0?s.number+n.length:s.number:null;switch(r){case`pop`:case`shift`:{if(s)return l===null||s.kind!==`number`||s.number<0?null:ch(e,n,t,l);let i=(r===`pop`?n.at(-1):n[0])??k(a);return sh(e,r===`pop`?n.slice(0,-1):n.slice(1)),i}case`insert`:return l===null||s?.kind!==`number`?null:lh(e,n,s.number<0?l+1:l,i.slice(1));case`[]=`:{if(l===null||!c||i.length!==2||l<0||l>n.length+100)return null;let t=[...n];for(;t.length<l;)t.push(k());return t[l]=c,sh(e,t),c}case`delete_at`:{if(l===null)return null;let t=n[l]??k(a);return sh(e,n.filter((e,t)=>t!==l)),t}case`delete`:{let t=n.map(e=>s?Ko(e,s):null);return t.includes(null)||!s||o?null:(sh(e,n.filter((e,n)=>!t[n])),t.includes(!0)?s:k(a))}case`clear`:return sh(e,[]),e;case`replace`:{let t=L(s);return t&&sh(e,t),t&&e}case`compact!`:return uh(e,xm(e,a).items,a);case`flatten!`:return s?null:uh(e,Cm(e,1/0,a)?.items,a);case`uniq!`:return o?null:uh(e,Dm(n,n)?.map(oh),a);case`reverse!`:return sh(e,n.toReversed()),e;case`sort!`:case`sort_by!`:{let n=L((o?Fm:Qm)(e,{...t,name:r.slice(0,-1)})??void 0);return n&&sh(e,n),n&&e}case`map!`:case`collect!`:return o&&sh(e,n.map(e=>o(e))),o&&e;case`select!`:case`filter!`:case`keep_if`:case`reject!`:case`delete_if`:return o&&dh(e,n,t);default:return null}}function oh(e){return{value:e,conditional:!1}}function sh(e,t){Aa(e),e.items=t.map(oh)}function ch(e,t,{name:n,node:r},i){let a=n===`pop`?Math.max(0,t.length-i):i,[o,s]=[t.slice(0,a),t.slice(a)];return sh(e,n===`pop`?o:s),N(n===`pop`?s:o,r)}function lh(e,t,n,r){return n<0||n>t.length?null:(sh(e,t.toSpliced(n,0,...r)),e)}function uh(e,t,n){if(!t)return null;let r=t.length===e.items.length&&t.every((t,n)=>t.value===e.items[n].value);return Aa(e),e.items=t,r?k(n):e}function dh(e,t,{name:n,block:r,node:i}){let a=t.map(e=>F(r(e)));if(a.includes(null))return null;let o=n!==`reject!`&&n!==`delete_if`,s=t.filter((e,t)=>a[t]===o),c=s.length===t.length;return sh(e,s),c&&n.endsWith(`!`)?k(i):e}const fh=new Set(`all? any? count each each_with_object empty? exclude? find first flat_map include? length map member? none? size sort sort_by to_a to_set`.split(` `));function ph(e,t){if(t.openArguments||e.items.length>5e3||!D(e.items.length>>4))return null;let{name:n,values:r,node:i}=t;if(e.enumerates===`set`&&!fh.has(n))return za(e),null;switch(n){case`+`:return r[0]?.kind!==`array`&&t.context.evaluator.surprise(i),r[0]?Ro(e,r[0],i):null;case`compact`:return xm(e,i);case`flatten`:return Cm(e,r[0]===void 0?1/0:r[0].kind===`number`?r[0].number:-1,i);case`to_a`:case`entries`:return e.enumerates===void 0?e:sn([...e.items],i,e.open);case`to_ary`:case`lazy`:case`force`:return e;case`to_set`:return mh(e,i);case`reverse`:return sn(e.items.toReversed(),i,e.open);case`only`:case`ignored`:case`required`:return hh(e,t);case`where`:return gh(e,t);default:return ih(e,t)??(t.block?Fm(e,t):Qm(e,t))}}function mh(e,t){let n=L(e),r=n&&Dm(n,n);return r&&{...N(r,t),enumerates:`set`}}function hh(e,{name:t,values:n,node:r}){if(n.some(e=>I(e)===null))return null;let i=sn([],r,e.open);for(let a of e.items){let e=a.value.kind===`hash`?wm(n,Zm(a.value,on(`name`),r)):null;t===`required`?i.items.push(e===!1?a:{...a,value:vh(a.value,e)}):e===null?i.items.push({...a,conditional:!0}):e===(t===`only`)&&i.items.push(a)}return i}function gh(e,{values:[t],node:n}){let r=L(e);if(!r||t?.kind!==`hash`||t.open||t.entries.size===0)return null;if(r[0]?.kind!==`hash`)return r.length>0&&Yo(r[0])?null:N([],n);let i=N([],n);for(let e of r){let r=Array.from(t.entries.values(),t=>e.kind!==`hash`||t.conditional||!/^\w+$/.test(t.key)?null:_h(Zm(e,t.keyValue,n),t.value));r.includes(!1)||i.items.push({value:e,conditional:r.includes(null)})}return i}function _h(e,t){if(t.kind===`array`){let n=L(t);return n&&e.kind!==`nil`&&e.kind!==`number`?wm(n,e):null}return t.kind===`regexp`?e.kind===`string`?Eo(t,e.text):null:!fn(t)||t.kind===`number`!=(e.kind===`number`)?null:Ko(e,t)}function vh(e,t){let n=Pa(e);if(n.kind!==`hash`)return n;let r=n.entries.get(`optional`);return n.entries.set(`optional`,{key:`optional`,keyValue:n.indifferent?j(`optional`):on(`optional`),keyNode:null,value:t?A(!1):P([A(!1),...r?[r.value]:[]]),conditional:t===null&&!r}),n}function yh(e=`lambda`,t=null,n=0){return{kind:e,parent:t,returns:[],exit:{value:null,uncertain:!1},left:[],region:n,ended:!1,partial:!1}}function bh(e){let t=e;for(;t.parent;)t=t.parent;return t}function xh({kind:e,left:t},n){t.length>0&&e!==`lambda`&&ds(n,[ls(n),...t])}var Sh=class extends Error{};const Ch=new Sh;function wh(e,{read:t,write:n},r){let i=t(),a=r.evaluator.evaluate(e.value,r),o=Fo(i,e.binaryOperator,a,e);return n(o),o}function Th(e,{read:t,write:n},r,i){let a=t(),o=F(a);if(o!==null&&o!==i)return a;let{evaluator:s}=r,c=()=>s.evaluate(e.value,r),l=o===null?s.tentatively(c,O(e)):c(),u=o===null?P([a,l],e):l;return n(u),u}const Eh=[K(xe,(e,t)=>Ah(e,e.name,t)),K(be,(e,t)=>{let n=Nh(e);return n===null?t.evaluator.surprise(e):Ah(e,n,t)}),K(Ce,(e,t)=>{let n=t.evaluator.evaluate(e.value,t);return kh(e.name,n,t),n}),K(ye,(e,t)=>{let{evaluator:n,scope:r}=t;return Th(e,{read:()=>n.surroundings.constant(r.namespace+e.name)??k(),write:n=>kh(e.name,n,t)},t,!1)}),K(mt,Ph),K(ve,Ph),K(Rt,(e,t)=>{let n=e.expression instanceof Lt;for(let r of n&&e.body instanceof Bt?e.body.body:[])r instanceof we&&!r.receiver&&Oh(r,t);return k(e)}),K(we,(e,t)=>((e.receiver instanceof Lt||e.receiver===null&&t.scope.namespace===``)&&Oh(e,t),on(e.name))),K(Lt,e=>O(e)),K(Te,e=>O(e))],Dh=new Set([`Array`,`BigDecimal`,`Comparable`,`Date`,`DateTime`,`Enumerable`,`FalseClass`,`Float`,`Hash`,`Integer`,`JSON`,`NilClass`,`Numeric`,`Object`,`Proc`,`Range`,`Rational`,`Regexp`,`Set`,`String`,`Symbol`,`Time`,`TrueClass`]);function Oh(e,{evaluator:t,scope:{namespace:n}}){t.surroundings.setConstant(n+e.name,{kind:`function`,node:e,namespace:n})}function kh(e,t,{evaluator:n,scope:r}){let{surroundings:i}=n,a=r.namespace+e,o=n.isTentative()?i.constant(a):null;i.setConstant(a,o?P([o,t]):t)}function Ah(e,t,n){return jh(t,n)||(Dh.has(t)?{kind:`class`,name:t,node:e}:O(e))}function jh(e,{evaluator:t,scope:n}){for(let r=n.namespace;;r=Mh(r)){let n=t.surroundings.constant(r+e);if(n||r===``)return n}}function Mh(e){let t=e.slice(0,-2);return t.includes(`::`)?t.slice(0,t.lastIndexOf(`::`)+2):``}function Nh(e){if(e instanceof xe)return e.name;if(!(e instanceof be)||e.name===null)return null;if(e.parent===null)return e.name;let t=Nh(e.parent);return t===null?null:`${t}::${e.name}`}function Ph(e,t){let n=Nh(e.constantPath);if(n===null||!e.body)return k(e);let{evaluator:r,scope:i}=t;r.surroundings.setConstant(i.namespace+n,{kind:`class`,name:i.namespace+n,node:e});let a=ns(null,!0,`${i.namespace}${n}::`);return r.evaluate(e.body,{evaluator:r,scope:a,frame:yh(`lambda`,null,nn())})}const Fh=/%(?:%|<(\w+)>|\{(\w+)\})?([-0+ ]*)(\d*)(?:\.(\d+))?([a-zA-Z]?)/g;function Ih(e,t,n){let r=0,i=!0,a=e.replace(Fh,(e,...n)=>{let[a,o,s=``,c=``,l,u=``]=n;if(e.startsWith(`%%`))return`%${e.slice(2)}`;let d=a??o,f=d===void 0?t[r++]:Lh(t[0],d),p=f&&Rh(f,o===void 0?u:`s`,l);typeof p!=`string`&&(i=!1);let ee=s.includes(`-`)?(p??``).padEnd(Number(c)):(p??``).padStart(Number(c),s.includes(`0`)?`0`:` `);return(Number(c)>1e3||/[+ ]/.test(s)||s.includes(`0`)&&ee.includes(`-`))&&(i=!1),o===void 0?ee:ee+u});return i?j(a,n):null}function Lh(e,t){return e?.kind===`hash`?e.entries.get(t)?.value:void 0}function Rh(e,t,n){if(t===`s`)return n===void 0?Qa(e):null;if(e.kind!==`number`)return null;switch(t){case`d`:case`i`:return n===void 0?String(Math.floor(e.number)):null;case`f`:return Math.abs(e.number)<0x38d7ea4c68000?zh(e.number,Number(n??6)):null;case`x`:return e.number>=0&&n===void 0?Math.floor(e.number).toString(16):null;default:return null}}function zh(e,t){let n=e.toFixed(100),r=n.slice(n.indexOf(`.`)+1+t);return t>20||/^50*$/.test(r)?null:e.toFixed(t)}const Bh=[K(Qe,Vh),K(Le,Vh),K(et,Hh),K(ze,Hh),K(Xe,Uh),K(Fe,Uh),K(Ze,(e,t)=>Wh(e,t,!1)),K(Ie,(e,t)=>Wh(e,t,!1)),K(Ye,(e,t)=>Wh(e,t,!0)),K(Pe,(e,t)=>Wh(e,t,!0))];function Vh(e,t){return Kh(e,t).read()}function Hh(e,t){let n=t.evaluator.evaluate(e.value,t);return Gh(e,n,t),n}function Uh(e,t){return wh(e,Kh(e,t),t)}function Wh(e,t,n){return Th(e,Kh(e,t),t,n)}function Gh(e,t,n){Kh(e,n).write(t)}function Kh(e,{evaluator:t,scope:n}){let{globals:r}=t.surroundings,i=e.name.startsWith(`@`)?n.namespace+e.name:e.name;return{read:()=>r?.get(i)??(r&&!qh(i)?k():O()),write:e=>{let n=r&&!t.isTentative();n||za(e),r?.set(i,n?e:O())}}}function qh(e){return e.startsWith(`$`)&&(!/^\$[a-z]\w/.test(e)||/^\$std(?:in|out|err)$/.test(e))}const Jh=[K(y,(e,{scope:t})=>is(t,e.name,e.depth)),K(it,(e,{scope:t})=>is(t,`it`,0)),K(b,(e,t)=>{let n=t.evaluator.evaluate(e.value,t);return os(t.scope,e.name,e.depth,n),n}),K(lt,(e,t)=>wh(e,Yh(e,t),t)),K(ut,(e,t)=>Th(e,Yh(e,t),t,!1)),K(ct,(e,t)=>Th(e,Yh(e,t),t,!0)),K(gt,(e,t)=>{let n=t.evaluator.evaluate(e.value,t);return Xh(e,n,(e,n)=>Qh(e,n,t)),n})];function Yh({name:e,depth:t},{scope:n}){return{read:()=>is(n,e,t),write:r=>os(n,e,t,r)}}function Xh(e,t,n){let{lefts:r,rest:i,rights:a}=e,o=L(t)??(Zh(t)?[t]:null),s=i instanceof zt?i.expression:null;if(!o){for(let e of[...r,...s?[s]:[],...a])n(e,O());return}let c=Math.max(r.length,o.length-a.length);r.forEach((e,t)=>n(e,o[t]??k())),s&&n(s,N(o.slice(r.length,c))),a.forEach((e,t)=>n(e,o[(i?c:r.length)+t]??k()))}function Zh({kind:e}){return e!==`unknown`&&e!==`choice`&&e!==`array`}function Qh(e,t,n){e instanceof dt?os(n.scope,e.name,e.depth,t):e instanceof jt?ss(n.scope,e.name,t):e instanceof ht?Xh(e,t,(e,t)=>Qh(e,t,n)):e instanceof Je?Os(e,t,n):e instanceof he?xs(e.receiver,n):e instanceof Se?kh(e.name,t,n):(e instanceof $e||e instanceof Re)&&Gh(e,t,n)}const $h=[K(Gt,(e,t)=>eg(e,t,!0)),K(Ut,(e,t)=>eg(e,t,!1)),K(Me,tg)];function eg(e,t,n){let r=e.isBeginModifier();for(let i=0;i<2e3;i++){let i=r?n:F(t.evaluator.evaluate(e.predicate,t));if(r=!1,i===null)return rg(e,e.statements,t);if(i!==n)return k(e);let a=ng(e.statements,t);if(a===`unknown`)return rg(e,e.statements,t);if(a)return a}return rg(e,e.statements,t)}function tg(e,t){let n=t.evaluator.evaluate(e.collection,t),r=n.kind===`range`?ao(n):L(n);if(!r)return rg(e,e.statements,t);for(let n of r){Qh(e.index,n,t);let r=ng(e.statements,t);if(r===`unknown`)return rg(e,e.statements,t);if(r)return r}return n}function ng(e,t){let n=yh(`loop`,t.frame,nn());return t.evaluator.evaluate(e,{...t,frame:n}),xh(n,t.scope),n.exit.uncertain?`unknown`:n.exit.value?n.exit.value:t.frame.ended?k():null}function rg(e,t,n){return n.evaluator.repeatedly(()=>{Ss(e,n.scope);let r=yh(`loop`,n.frame,nn());n.evaluator.evaluate(t,{...n,frame:r})}),Ss(e,n.scope),n.evaluator.surprise(e)}const ig=new Set([`error`,`raise`,`fail`,`throw`,`exit`,`abort`]);function ag(e,t,n){let{evaluator:r}=n;if(ig.has(e.name)&&!e.isVariableCall())return og(e,n);let i=e.name===`call`?sg(t):lg(t)??ug(e,t);if(i)return i;if(e.name===`call`)for(let e of t.values)za(e);return js(e,r.surprise(e),t),r.surprise(e)}function og(e,{evaluator:t}){throw t.surprise(e),Ch}function sg({values:e,openArguments:t,context:n}){let r=I(e[0]),i=r===null?null:n.evaluator.surroundings.method(r);return!i||t||!cg(i,e.length-1)?null:n.evaluator.invoke(i,e.slice(1))}function cg(e,t){let n=ir(e);if(n===null||!e.strict)return!0;let{required:r,optional:i,rest:a,requiredKeywords:o,optionalKeywords:s,keywordRest:c}=er(e),l=o.length>0||s.length>0||c?1:0,u=a?1/0:r.length+i.length+l;return t>=(n<0?-n-1:n)&&t<=u}function lg({name:e,values:t,openArguments:n,context:r}){let i=jh(e,r);return i?.kind===`function`&&!n?r.evaluator.invoke(i,t):null}function ug(e,t){let{name:n,values:r,block:i,context:a}=t,[o]=r;switch(n){case`puts`:case`print`:case`require`:case`require_relative`:case`clear`:case`null`:case`skip`:return k(e);case`blank`:return j(``,e);case`format`:case`sprintf`:return o?.kind===`string`&&!t.openArguments?Ih(o.text,r.slice(1),e):null;case`Array`:return o?.kind===`nil`?N([],e):o?.kind===`array`?o:o?.kind===`hash`||o?.kind===`range`?a.evaluator.call(o,{...t,name:`to_a`,values:[]}):o&&fn(o)?N([o],e):null;case`String`:{let t=o&&hn(o);return typeof t==`string`?j(t,e):null}case`parse_json`:return o?.kind===`string`?km(o.text,e):null;case`loop`:if(!i)return null;for(let t=0;t<2e3;t++){if(i(),i.exit.value||a.frame.ended)return k(e);if(i.exit.uncertain)break}return rg(e,e.block,a);default:return null}}function dg(e,t){let{name:n,node:r,values:i,block:a}=t,[o]=i;switch(n){case`!`:return hg(gg(F(e)),t);case`==`:return hg(o?Ko(e,o):null,t);case`eql?`:return hg(o&&e.kind!==`number`?Ko(e,o):null,t);case`!=`:return hg(gg(o?Ko(e,o):null),t);case`===`:return e.kind===`lambda`?null:hg(o?Xo(e,o):null,t);case`class`:return _g(e,r);case`nil?`:return hg(vg(e)?null:e.kind===`nil`,t);case`is_a?`:case`kind_of?`:return hg(o?.kind===`class`?Qo(e,o.name):null,t);case`present?`:return hg(gg(yg(e)),t);case`blank?`:return hg(yg(e),t);case`presence`:{let t=yg(e);return t===null?e.kind===`unknown`?O(r):null:t?k(r):e}case`in?`:return o?t.context.evaluator.call(o,{...t,name:`include?`,values:[e]}):null;case`is_true?`:case`is_not_true?`:return fg(e,t);case`is_int?`:case`is_number?`:return pg(e,t);case`freeze`:return(e.kind===`array`||e.kind===`hash`||e.kind===`string`)&&(Aa(e),e.frozen=t.context.evaluator.isTentative(e)?e.frozen??`perhaps`:!0),e;case`itself`:case`html_safe`:return e;case`with_indifferent_access`:return e.kind===`hash`?Ia(e):null;case`dup`:case`clone`:return Pa(e);case`deep_dup`:return ja(e);case`to_s`:return e.kind===`string`?e:bg(e,i.length===0?Qa(e):null,r);case`inspect`:return bg(e,$a(e),r);case`tap`:return a?(a(e),e):null;case`then`:case`yield_self`:return a?a(e):null;case`try`:case`send`:case`public_send`:case`__send__`:return mg(e,t);default:return null}}function fg(e,{name:t,values:n,node:r}){if(n.length>0)return null;let i=e.kind===`string`||e.kind===`number`?hn(e):null,a=e.kind===`boolean`||e.kind===`nil`,o=i===null?F(e)===!0:/^(?:true|t|yes|y|1)$/i.test(i),s=i===null?!o:/^(?:false|f|no|n|0)$/i.test(i);return i===null&&!a||o===s?null:A(o===(t===`is_true?`),r)}function pg(e,{name:t,node:n}){if(e.kind===`nil`)return A(!1,n);if(e.kind===`number`)return t===`is_int?`&&!e.float?A(!0,n):null;if(e.kind!==`string`)return null;let r=e.text.trim()!==``&&!/\D/.test(e.text);return t===`is_int?`||r?A(r,n):/^[\s\d.eE_xob+-]*$/.test(e.text)&&e.text.trim()!==``?null:A(/^\d+$/m.test(e.text),n)}function mg(e,t){let n=I(t.values[0]);return n===null||t.openArguments?null:t.name===`try`&&e.kind===`nil`?k(t.node):t.context.evaluator.call(e,{...t,name:n,values:t.values.slice(1)})}function hg(e,{node:t}){return e===null?O(t):A(e,t)}function gg(e){return e===null?null:!e}function _g(e,t){let n=e.kind===`hash`&&e.indifferent?null:Zo(e);return n===null?null:{kind:`class`,name:n,node:t}}function vg({kind:e}){return e===`unknown`||e===`choice`}function yg(e){switch(e.kind){case`nil`:return!0;case`boolean`:return!e.boolean;case`string`:return e.text.trim()===``;case`template`:return!e.parts.some(e=>e!==null&&e.trim()!==``)&&null;case`array`:return L(e)?.length===0||!e.items.some(e=>!e.conditional)&&null;case`hash`:return Array.from(e.entries.values()).some(e=>!e.conditional)?!1:e.open||e.entries.size>0?null:!0;case`symbol`:return e.text===``;case`choice`:{let t=e.options.map(yg);return t.every(e=>e===t[0])?t[0]:null}case`unknown`:return null;default:return!1}}function bg(e,t,n){if(t===null)return null;let r=j(t,n);return(e.kind===`boolean`||e.kind===`nil`&&t===``)&&(r.frozen=!0),r}function xg(e){let[t]=e.values;if(e.values.length!==1||![`[]`,`dig`].includes(e.name))return null;let n=I(t);return(n===null?null:e.context.evaluator.surroundings.definition(n))||e.context.evaluator.surprise(e.node)}function Sg(e){if(!D())return O(e.node);if(e.kind===`array`){let t=e.items.map(e=>({...e,value:Sg(e.value)}));return{...Pa(e),items:t}}if(e.kind!==`hash`||!e.indifferent)return e;let t={...Pa(e),indifferent:!1};for(let[e,n]of t.entries)t.entries.set(e,{...n,value:Sg(n.value)});return t}function Cg(e,t,n,r){if(!D(e.entries.size+1))return{...Eg(e,r),open:!0};let i={...Eg(e,r),indifferent:!1};for(let[r,a]of e.entries){let e=n?wg(a.value,t):a.value;I(a.keyValue)===null&&t===on?i.entries.set(r,{...a,value:e}):So(i,{...a,key:_n(a),keyValue:t(_n(a)),value:e})}return i}function wg(e,t){return e.kind===`hash`?Cg(e,t,!0,e.node):e.kind===`array`?sn(e.items.map(e=>({...e,value:wg(e.value,t)})),e.node,e.open):e}function Tg(e,t,n,r){let i=Eg(e,r);for(let e of t){let t=vo(n(Dg(e)),e.value,e.keyNode);if(!t)return null;So(i,t)}return i}function Eg(e,t){return{...ln(t),open:e.open,indifferent:e.indifferent}}function Dg({key:e,keyNode:t,keyValue:n}){return n.kind===`string`?j(e,t):n}function Og(e){return N([Dg(e),e.value])}function kg(e,t,n){for(let n of e.entries.values()){let e=Ko(n.value,t);if(e===null)return null;if(e)return Dg(n)}return k(n)}function Ag(e){return!e.open&&Array.from(e.entries.values()).every(e=>!e.conditional&&!e.mixed)}function jg(e,t){let{name:n,node:r,values:i,block:a,context:o}=t,[s]=i,c=Array.from(e.entries.values());switch(n){case`keys`:return N(c.map(e=>Dg(e)),r);case`values`:return N(c.map(e=>e.value),r);case`size`:case`length`:return M(c.length,r);case`empty?`:return A(c.length===0,r);case`shift`:{let[t]=c;return s||o.evaluator.isTentative(e)?null:t?(Aa(e),e.entries.delete(t.key),Og(t)):e.fallback?null:k(r)}case`value?`:case`has_value?`:return s&&kg(e,s,null)?A(c.some(e=>Ko(e.value,s)===!0),r):null;case`fetch_values`:return!a&&i.every(t=>Ym(e,t))?jg(e,{...t,name:`values_at`}):null;case`values_at`:return N(i.map(t=>Zm(e,t,r)),r);case`invert`:{let e=c.map(e=>vo(e.value,Dg(e)));return e.includes(null)?null:{...ln(r),entries:new Map(e.map(e=>[e.key,e]))}}case`each`:case`each_pair`:if(!a)break;for(let e of c)a(Og(e));return e;case`each_key`:case`each_value`:if(!a)return jg(e,{...t,name:n===`each_key`?`keys`:`values`});for(let e of c)a(n===`each_key`?Dg(e):e.value);return e;case`to_h`:return Pm(c.map(e=>a(Dg(e),e.value)),r);case`transform_values`:return a?{...Eg(e,r),entries:new Map(c.map(e=>[e.key,{...e,value:a(e.value)}]))}:null;case`transform_keys`:return a&&!s?Tg(e,c,a,r):null;case`select`:case`filter`:case`reject`:return a?Ng(e,c,t):null;case`delete_if`:case`keep_if`:case`reject!`:case`select!`:{if(!a||o.evaluator.isTentative(e))return null;let i=Ng(e,c,{...t,name:n===`delete_if`||n===`reject!`?`reject`:`select`});if(!Ag(i))return null;let s=i.entries.size===e.entries.size;return Aa(e),e.entries=i.entries,s&&n.endsWith(`!`)?k(r):e}case`clear`:return o.evaluator.isTentative(e)?null:(Aa(e),e.entries=new Map,e);case`any?`:if(!a&&!s)return A(c.length>0,r);break;case`deep_dup`:return ja(e)}return Mg.has(n)?ph(N(c.map(e=>Og(e)),r),t):null}const Mg=new Set(`all?.any?.collect.count.detect.each.each_pair.each_slice.each_with_index.each_with_object.entries.filter_map.find.find_all.first.flat_map.group_by.inject.map.max_by.min_by.none?.one?.partition.reduce.sort.sort_by.sum.to_a.uniq.zip`.split(`.`));function Ng(e,t,{name:n,block:r,node:i}){let a=Eg(e,i);for(let e of t){let t=F(r(Dg(e),e.value));t===null?a.entries.set(e.key,{...e,conditional:!0}):t===(n!==`reject`)&&a.entries.set(e.key,e)}return a}function Pg(e,{name:t,values:n,block:r}){Aa(e);for(let i of n)if(i.kind!==`hash`)bo(e);else{for(let n of i.entries.values()){let i=e.entries.get(n.key),a=i?Ig(t,i,n,r):n.value;So(e,{...Lg(i,{...n,value:a}),keyNode:n.keyNode})}i.open&&bo(e)}return e.indifferent&&Fa(e),e}function Fg(e,t,n){return Pg(e.indifferent?Ia(t):Pa(t),{...n,values:[e]})}function Ig(e,t,n,r){if(!D())return O();if(e.startsWith(`deep`)&&t.value.kind===`hash`&&n.value.kind===`hash`){let i=Pa(t.value);for(let t of n.value.entries.values()){let n=i.entries.get(t.key);i.entries.set(t.key,{...t,value:n?Ig(e,n,t,r):t.value})}return i.open||=n.value.open,i}return n.mixed?P([t.value,n.value,O()]):r?r(t.keyValue,t.value,n.value):n.value}function Lg(e,t){return t.conditional&&e?{...e,value:P([e.value,t.value])}:t}function Rg(e,t){if(t.openArguments||!D(e.entries.size>>4))return null;let{name:n,values:r,node:i,context:a}=t,[o,s]=r;switch(n){case`[]`:return o&&r.length===1?Zm(e,o,i):null;case`dig`:{let n=o?Zm(e,o,i):null;return!n||r.length===1||n.kind===`nil`?n:a.evaluator.call(n,{...t,values:r.slice(1)})}case`fetch`:return o?Hg(e,o,t):null;case`merge`:case`deep_merge`:return Pg(Pa(e),t);case`merge!`:case`update`:case`deep_merge!`:return a.evaluator.isTentative(e)?null:Pg(e,t);case`reverse_merge`:case`with_defaults`:return o?.kind===`hash`?Fg(e,o,t):null;case`[]=`:case`store`:return!o||!s?null:(gs(e,e.indifferent&&o.kind===`symbol`?j(o.text,o.node):o,s,a),s);case`default=`:return!o||a.evaluator.isTentative(e)?null:(e.fallback=()=>o,o);case`delete`:{let n=o&&F(Gg(e,o,i));if(!o||t.block||n===null)return null;if(!n)return k(i);let r=Zm(e,o,i);return _s(e,o,a),r}case`except`:case`slice`:case`without`:return r.every(fn)&&!Xm(e)?Ug(e,r,n===`slice`,i):null;case`compact`:return Wg(e,i);case`key`:return o&&Ag(e)?kg(e,o,i):null;case`extract!`:{let n=Rg(e,{...t,name:`slice`}),r=n&&Rg(e,{...t,name:`except`});return r?.kind===`hash`&&Vg(e,r,t)?n:null}case`to_h`:return t.block?Ag(e)?jg(e,t):null:e.indifferent?{...Pa(e),indifferent:!1}:e;case`to_hash`:return Sg(e);case`symbolize_keys`:case`deep_symbolize_keys`:case`to_options`:return Cg(Sg(e),on,n.startsWith(`deep`),i);case`stringify_keys`:case`deep_stringify_keys`:return e.indifferent?Pa(e):Cg(e,j,n.startsWith(`deep`),i);case`key?`:case`has_key?`:case`include?`:case`member?`:return o?Gg(e,o,i):null;case`exclude?`:{let t=o?F(Gg(e,o,i)):null;return t===null?O(i):A(!t,i)}default:return zg.has(n)?Bg(e,t):Ag(e)?jg(e,t):null}}const zg=new Set([`compact!`,`deep_stringify_keys!`,`deep_symbolize_keys!`,`except!`,`stringify_keys!`,`symbolize_keys!`,`transform_keys!`,`transform_values!`]);function Bg(e,t){if(t.context.evaluator.isTentative(e)||e.indifferent)return null;let n=e.entries.size,r=Rg(e,{...t,name:t.name.slice(0,-1)});return r?.kind!==`hash`||!Vg(e,r,t)?null:t.name===`compact!`&&r.entries.size===n?k(t.node):e}function Vg(e,{entries:t,open:n},{context:r}){return!r.evaluator.isTentative(e)&&(Aa(e),e.entries=new Map(t),e.open=n,!0)}function Hg(e,t,{values:n,node:r,block:i}){if(!fn(t)||Xm(e,t))return null;let a=Ym(e,t);return a?a.conditional?P([a.value,O()],r):a.value:e.open?O(r):i?i(t):n[1]??null}function Ug(e,t,n,r){let i=new Set(t.map(t=>Ym(e,t))),a=Eg(e,r);if(n)for(let e of i)e&&a.entries.set(e.key,e);else for(let t of e.entries.values())i.has(t)||a.entries.set(t.key,t);return a}function Wg(e,t){let n=Eg(e,t);for(let[t,r]of e.entries){if(r.value.kind===`nil`&&!r.mixed)continue;let e=r.mixed||r.value.kind===`unknown`||r.value.kind===`choice`&&r.value.options.some(({kind:e})=>e===`nil`||e===`unknown`);n.entries.set(t,e?{...r,conditional:!0}:r)}return n}function Gg(e,t,n){if(!fn(t)||Xm(e,t))return O(n);let r=Ym(e,t);return r?r.conditional?O(n):A(!0,n):e.open?O(n):A(!1,n)}const Kg=new Set([`+`,`-`,`*`,`/`,`%`,`**`,`<`,`>`,`<=`,`>=`,`<=>`]);function qg(e,t){let{name:n,values:r,node:i,block:a}=t,[o,s]=r,{number:c,float:l}=e;if(t.openArguments)return null;if(o&&Kg.has(n))return Fo(e,n,o,i);if(n===`times`)return l||r.length>0?null:Yg(0,c-1,1,e,t);if(o?.kind===`number`&&!l&&!o.float)switch(n){case`upto`:return Yg(c,o.number,1,e,t);case`downto`:return Yg(c,o.number,-1,e,t);case`step`:return s?.kind===`number`&&!s.float?Yg(c,o.number,s.number,e,t):null;case`fdiv`:return Wo({...e,float:!0},`/`,o,i);case`div`:return Wo(e,`/`,o,i);case`modulo`:return Wo(e,`%`,o,i)}if(n===`to_s`&&o?.kind===`number`&&!l&&o.number>=2&&o.number<=36)return j(c.toString(o.number),i);if(n===`clamp`&&o?.kind===`number`&&s?.kind===`number`)return c<o.number?o:c>s.number?s:e;if(n===`between?`&&o&&s){let t=[Ho(e,o),Ho(e,s)];return t.includes(null)?null:A(t[0]>=0&&t[1]<=0,i)}return r.length>0||a?null:Jg(e,t)}function Jg(e,{name:t,node:n}){let{number:r,float:i}=e;switch(t){case`to_i`:case`to_int`:case`truncate`:return M(Math.trunc(r),n);case`to_f`:return{...e,float:!0,node:n};case`round`:return M(Math.sign(r)*Math.round(Math.abs(r)),n);case`floor`:return M(Math.floor(r),n);case`ceil`:return M(Math.ceil(r),n);case`abs`:return{...e,number:Math.abs(r),node:n};case`-@`:return{...e,number:-r,node:n};case`+@`:return e;case`succ`:case`next`:return i?null:M(r+1,n);case`pred`:return i?null:M(r-1,n);case`zero?`:return A(r===0,n);case`positive?`:return A(r>0,n);case`negative?`:return A(r<0,n);case`even?`:return i?null:A(r%2==0,n);case`odd?`:return i?null:A(r%2!=0,n);case`integer?`:return A(!i,n);case`ordinalize`:return i||r<0?null:j(`${r}${Xg(r)}`,n);default:return null}}function Yg(e,t,n,r,i){let a=n===0?1/0:Math.max(0,Math.floor((t-e)/n)+1);if(a>2e3)return null;let o=Array.from({length:a},(t,r)=>M(e+r*n));if(!i.block)return{...N(o,i.node),enumerates:`each`};for(let e of o)i.block(e);return r}function Xg(e){return Math.floor(e/10)%10==1?`th`:[`th`,`st`,`nd`,`rd`][e%10]??`th`}function Zg(e,{name:t,values:n,node:r}){let i=n.map(n=>n.kind===`regexp`&&t.startsWith(`start`)?Eo({...n,source:`\\A(?:${n.source})`},e):n.kind===`string`?t===`include?`||t===`exclude?`?e.includes(n.text):t.startsWith(`start`)?e.startsWith(n.text):e.endsWith(n.text):null),a=t!==`exclude?`;return i.includes(!0)?A(a,r):i.includes(null)||i.length===0?O(r):A(!a,r)}function Qg(e,t){let{name:n,values:r,node:i,block:a}=t,[o,s]=r;if(n===`remove`)return r.every(e=>e.kind===`string`)?j(r.reduce((e,t)=>e.replaceAll(I(t),``),e),i):null;if(n.startsWith(`delete_`))return o?.kind===`string`?!(n===`delete_prefix`?e.startsWith(o.text):e.endsWith(o.text))||o.text===``?j(e,i):j(n===`delete_prefix`?e.slice(o.text.length):e.slice(0,-o.text.length),i):null;let c=$g(o,e,n===`gsub`);if(!c)return null;let l=s?.kind===`string`||s?.kind===`hash`||s===void 0&&a!==null,u=e.replace(c,(e,...n)=>{let r=[e,...n.slice(0,n.findIndex(e=>typeof e==`number`))],i=s===void 0?t_(e,t):e_(s,e,r);return l&&=i!==null,i??``});return l?j(u,i):null}function $g(e,t,n){return e?.kind===`string`?new RegExp(e.text.replace(/[\\^$.*+?()[\]{}|/]/gu,e=>`\\${e}`),n?`gu`:`u`):e?.kind===`regexp`?wo(e,t,n):null}function e_(e,t,n){if(e.kind===`string`)return e.text.includes(`\\`)?Po(e.text,n):e.text;if(e.kind!==`hash`||e.open)return null;let r=e.entries.get(t);return r&&r.keyValue.kind===`string`?r.conditional?null:hn(r.value):``}function t_(e,{block:t}){let n=t?.(j(e));return n?hn(n):null}function n_(e,t,n){let r=$g(t,e,!0);if(!r)return null;let i=e=>e===void 0?k():j(e);return N(Array.from(e.matchAll(r),([e,...t])=>t.length>0?N(t.map(i)):i(e)),n)}function r_(e,{name:t,values:[n],node:r}){if(n?.kind!==`string`)return null;let i=t===`partition`,a=i?e.indexOf(n.text):e.lastIndexOf(n.text),o=a+n.text.length,s=[e.slice(0,a),n.text,e.slice(o)];return N((a===-1?i?[e,``,``]:[``,``,e]:s).map(e=>j(e)),r)}function i_(e,{values:t,node:n}){let[r,i]=t,a=i?.kind===`number`&&i.number>0?i.number:null,o=i?a===null?null:a_(e,r,a):o_(e,r);if(!o)return null;if(!i)for(;o.at(-1)===``;)o.pop();return N(o.map(e=>j(e)),n)}function a_(e,t,n){if(t?.kind!==`string`||t.text===``)return null;let r=t.text===` `,i=[],a=r?e.replace(/^[ \t\r\n\f\v]+/,``):e;for(;i.length<n-1;){let e=r?a.search(/[ \t\r\n\f\v]/):a.indexOf(t.text);if(e===-1)break;i.push(a.slice(0,e)),a=r?a.slice(e).replace(/^[ \t\r\n\f\v]+/,``):a.slice(e+t.text.length)}return e===``?[]:[...i,a]}function o_(e,t){if(!t||t.kind===`string`&&t.text===` `)return e.split(/[ \t\r\n\f\v]+/).filter((e,t)=>e!==``||t>0);if(t.kind===`string`)return t.text===``?Array.from(e):e.split(t.text);if(t.kind!==`regexp`||/\((?!\?)|[$^]/.test(t.source))return null;let n=wo(t,e);return n&&e.split(n)}function s_(e,{name:t,values:n,node:r}){let[i,a]=n,o=Array.from(e),s=(e,t)=>{let n=e<0?e+o.length:e;return n<0||n>o.length||t<0?k(r):j(o.slice(n,n+t).join(``),r)};if(t===`first`||t===`last`){let e=i===void 0?1:i.kind===`number`?i.number:-1;return e<0?null:j((t===`first`?o.slice(0,e):e===0?[]:o.slice(-e)).join(``),r)}if(/^(?:from|to|at)$/.test(t)&&i?.kind!==`number`)return null;if(i?.kind===`number`&&!i.float){let e=i.number;return t===`from`?s(e,1/0):t===`to`?s(0,e<0?e+o.length+1:e+1):a?.kind===`number`?s(e,a.number):a||e>=o.length||e<-o.length?a?null:k(r):s(e,1)}if(i?.kind===`range`&&!a){let e=co(i,o.length);return e&&s(...e)}if(i?.kind===`string`&&!a)return e.includes(i.text)?j(i.text,r):k(r);if(i?.kind===`regexp`){let t=wo(i,e);if(!t||a&&a.kind!==`number`)return null;let n=t.exec(e)?.[a?.kind===`number`?a.number:0];return n===void 0?k(r):j(n,r)}return null}function c_(e,{name:t,values:n,node:r}){let[i,a]=n;if(t===`squeeze`){if(i&&i.kind!==`string`)return null;let t=i?.kind===`string`?l_(i.text):null;return j(Array.from(e).filter((e,n,r)=>e!==r[n-1]||t!==null&&!t.includes(e)).join(``),r)}if(i?.kind!==`string`||i.text.includes(`\\`))return null;let o=i.text.length>1&&i.text.startsWith(`^`),s=l_(o?i.text.slice(1):i.text);if(!s||n.some(e=>!fn(e)))return null;if(t===`delete`)return a?null:j(Array.from(e).filter(e=>s.includes(e)===o).join(``),r);let c=a?.kind===`string`?l_(a.text):null;if(!c)return null;let l=c.at(-1)??``;return j(Array.from(e,e=>{let t=s.lastIndexOf(e);return o?t===-1?l:e:t===-1?e:c[t]??l}).join(``),r)}function l_(e){let t=Array.from(e),n=[];for(let e=0;e<t.length;e++){let[r,i,a]=[t[e],t[e+1],t[e+2]];if(i!==`-`||a===void 0){n.push(r);continue}let[o,s]=[r.codePointAt(0),a.codePointAt(0)];if(s<o||s-o>500)return null;for(let e=o;e<=s;e++)n.push(String.fromCodePoint(e));e+=2}return n}function u_(e,t){let{name:n,node:r,values:i}=t,[a,o]=i,{text:s}=e;switch(n){case`to_i`:return a?null:f_(s,r);case`to_f`:{let e=/^(?:\s*([-+]?\d+(?:\.\d+)?)(?![\d_eE.])|(?!\s*[-+.\d]))/.exec(s);return e&&{kind:`number`,number:Number(e[1]??0),float:!0,node:r}}case`include?`:case`exclude?`:case`start_with?`:case`starts_with?`:case`end_with?`:case`ends_with?`:return Zg(s,t);case`match?`:case`=~`:{if(a?.kind===`string`&&n===`match?`&&/^[\w -]*$/.test(a.text))return A(s.includes(a.text),r);let e=a?.kind===`regexp`?Eo(a,s):null;return e===null?null:n===`match?`?A(e,r):e?d_(a,s,r):k(r)}case`casecmp?`:return a?.kind===`string`?A(s.toLowerCase()===a.text.toLowerCase(),r):null;case`between?`:{let t=[a,o].map(t=>t?Ho(e,t):null);return t.includes(null)?null:A(t[0]>=0&&t[1]<=0,r)}case`empty?`:return A(s===``,r);case`index`:case`rindex`:{if(a?.kind!==`string`||o||!ko(s))return null;let e=n===`index`?s.indexOf(a.text):s.lastIndexOf(a.text);return e===-1?k(r):M(e,r)}case`count`:{let e=o?null:c_(s,{...t,name:`delete`}),n=e=>Array.from(e).length;return e?.kind===`string`?M(n(s)-n(e.text),r):null}case`ord`:{let e=s.codePointAt(0);return e===void 0?null:M(e,r)}case`length`:case`size`:return M(Array.from(s).length,r);case`bytesize`:return M(qn(s),r);default:return null}}function d_(e,t,n){let r=wo(e,t)?.exec(t)?.index;return r===void 0?null:M(Array.from(t.slice(0,r)).length,n)}function f_(e,t){let n=/^\s*([-+]?\d+(?:_\d+)*)/.exec(e)?.[1]?.replaceAll(`_`,``)??`0`;return Number.isSafeInteger(Number(n))?M(Number(n),t):null}function p_(e,{capitalize:t=!0,keepId:n=!1}={}){if(!ko(e))return null;let r=e.replace(/^_+/,``),i=(n?r:r.replace(/_id$/,``)).replaceAll(`_`,` `).toLowerCase();return t?i.replace(/^\w/,e=>e.toUpperCase()):i}function m_(e){return ko(e)?/[A-Z-]|::/.test(e)?e.replaceAll(`::`,`/`).replace(/(?<=[A-Z\d])(?=[A-Z][a-z])|(?<=[a-z\d])(?=[A-Z])/g,`_`).replaceAll(`-`,`_`).toLowerCase():e:null}function h_(e){if(/\w[()][a-z]/i.test(e))return null;let t=p_(m_(e)??``);return ko(e)&&t!==null?t.replace(/\b(?<!\w['`])[a-z]/g,e=>e.toUpperCase()):null}function g_(e,t=!1){return ko(e)?e.replace(t?/^\w/:/^[a-z\d]*/,t?e=>e.toLowerCase():y_).replace(/(?:_|(\/))([a-z\d]*)/gi,(e,t,n)=>(t??``)+y_(n)).replaceAll(`/`,`::`):null}function __(e,t=`-`){return!ko(e)||!/^[-_]$/.test(t)?null:e.replace(/[^a-z0-9\-_]+/gi,t).replace(RegExp(`${t}{2,}`,`g`),t).replace(RegExp(`^${t}|${t}$`,`gm`),``).toLowerCase()}function v_(e){return ko(e)?e.split(/_+|(?<!\d)(?=\d)|(?<=\d)(?!\d)|(?<![A-Z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][^A-Z0-9_])/).filter(e=>e.trim()!==``).map((e,t)=>/^[A-Z]+$/m.test(e)?e:/^(id|ur[il])$/im.test(e)?e.toUpperCase():t===0?p_(e):e.toLowerCase()).join(` `):null}function y_(e){return e.slice(0,1).toUpperCase()+e.slice(1).toLowerCase()}const b_=/\b(equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/i,x_=new Map([[`person`,`people`],[`man`,`men`],[`child`,`children`],[`sex`,`sexes`],[`move`,`moves`],[`zombie`,`zombies`]]),S_=[[/(quiz)$/i,`$1zes`],[/^(oxen)$/i,`$1`],[/^(ox)$/i,`$1en`],[/^(m|l)ice$/i,`$1ice`],[/^(m|l)ouse$/i,`$1ice`],[/(matr|vert|ind)(?:ix|ex)$/i,`$1ices`],[/(x|ch|ss|sh)$/i,`$1es`],[/([^aeiouy]|qu)y$/i,`$1ies`],[/(hive)$/i,`$1s`],[/(?:([^f])fe|([lr])f)$/i,`$1$2ves`],[/sis$/i,`ses`],[/([ti])a$/i,`$1a`],[/([ti])um$/i,`$1a`],[/(buffal|tomat)o$/i,`$1oes`],[/(bu)s$/i,`$1ses`],[/(alias|status)$/i,`$1es`],[/(octop|vir)i$/i,`$1i`],[/(octop|vir)us$/i,`$1i`],[/^(ax|test)is$/i,`$1es`],[/s$/i,`s`],[/$/,`s`]];function C_(e){if(!ko(e)||e.includes(`
`))return null;if(e===``||b_.test(e))return e;for(let[t,n]of x_){if(RegExp(`${n}$`,`i`).test(e))return e;if(RegExp(`${t}$`,`i`).test(e))return e.slice(0,1-t.length)+n.slice(1)}let[t,n]=S_.find(([t])=>t.test(e));return e.replace(t,n)}const w_=[[/(database)s$/i,`$1`],[/(quiz)zes$/i,`$1`],[/(matr)ices$/i,`$1ix`],[/(vert|ind)ices$/i,`$1ex`],[/^(ox)en/i,`$1`],[/(alias|status)(?:es)?$/i,`$1`],[/(octop|vir)(?:us|i)$/i,`$1us`],[/^(a)x[ie]s$/i,`$1xis`],[/(cris|test)(?:is|es)$/i,`$1is`],[/(shoe)s$/i,`$1`],[/(o)es$/i,`$1`],[/(bus)(?:es)?$/i,`$1`],[/^(m|l)ice$/i,`$1ouse`],[/(x|ch|ss|sh)es$/i,`$1`],[/(m)ovies$/i,`$1ovie`],[/(s)eries$/i,`$1eries`],[/([^aeiouy]|qu)ies$/i,`$1y`],[/([lr])ves$/i,`$1f`],[/(tive)s$/i,`$1`],[/(hive)s$/i,`$1`],[/([^f])ves$/i,`$1fe`],[/(^analy)(?:sis|ses)$/i,`$1sis`],[/(analy|ba|diagno|parenthe|progno|synop|the)(?:sis|ses)$/i,`$1sis`],[/([ti])a$/i,`$1um`],[/(n)ews$/i,`$1ews`],[/(ss)$/i,`$1`],[/s$/i,``]];function T_(e){if(!ko(e)||e.includes(`
`))return null;if(e===``||b_.test(e))return e;for(let[t,n]of x_){if(RegExp(`${t}$`,`i`).test(e))return e;if(RegExp(`${n}$`,`i`).test(e))return e.slice(0,1-n.length)+t.slice(1)}let t=w_.find(([t])=>t.test(e));return t?e.replace(...t):e}function E_(e){let t=T_(e.replace(/^.*\./s,``));return t===null?null:g_(t)}function D_(e){let t=m_(e);return t===null?null:C_(t)}const O_=new Map([[`squish`,e=>j_(A_(e.replace(/\s+/gu,` `)))],[`strip`,e=>j_(A_(e))],[`lstrip`,A_],[`rstrip`,j_],[`strip_heredoc`,F_],[`chomp`,e=>e.replace(/(\r\n|\n|\r)$/u,``)],[`chop`,e=>e.replace(/(\r\n|[\s\S])$/u,``)],[`reverse`,e=>Array.from(e).reverse().join(``)],[`upcase`,e=>M_(e)?e.toUpperCase():null],[`downcase`,e=>M_(e)?e.toLowerCase():null],[`swapcase`,e=>ko(e)?e.replace(/[a-zA-Z]/g,P_):null],[`capitalize`,e=>M_(e)?N_(e.toLowerCase()):null],[`upcase_first`,e=>M_(e)?N_(e):null],[`humanize`,e=>p_(e)],[`titleize`,h_],[`titlecase`,h_],[`labelize`,v_],[`underscore`,m_],[`camelize`,e=>g_(e)],[`camelcase`,e=>g_(e)],[`classify`,E_],[`tableize`,D_],[`singularize`,T_],[`demodulize`,e=>e.replace(/^.*::/s,``)],[`dasherize`,e=>e.replaceAll(`_`,`-`)],[`parameterize`,e=>__(e)],[`pluralize`,C_],[`encode_hex`,I_],[`to_hex`,I_],[`quote`,e=>e.replaceAll(`'`,`''`)],[`scrub`,e=>e]]);function k_(e,t,n){let r=e=>n.kind===`hash`&&!n.open?n.entries.get(e)?.value:void 0,i=(...e)=>n.kind===`hash`&&!n.open&&Array.from(n.entries.keys()).every(t=>e.includes(t));switch(t){case`camelize`:case`camelcase`:return n.kind===`symbol`?g_(e,n.text===`lower`):null;case`pluralize`:return n.kind===`number`?n.number===1?e:C_(e):null;case`humanize`:{let[t,n]=[r(`capitalize`),r(`keep_id_suffix`)].map(e=>e===void 0?void 0:F(e));return!i(`capitalize`,`keep_id_suffix`)||t===null||n===null?null:p_(e,{capitalize:t??!0,keepId:n??!1})}case`parameterize`:{let t=I(r(`separator`));return t!==null&&i(`separator`)?__(e,t):null}case`chomp`:return n.kind!==`string`||n.text===``||n.text===`
`?null:e.endsWith(n.text)?e.slice(0,-n.text.length):e;default:return null}}function A_(e){return e.replace(/^[ \t\r\n\f\v\0]+/u,``)}function j_(e){let t=e.length;for(;t>0&&` 	\r
\f\v\0`.includes(e[t-1]);)t--;return e.slice(0,t)}function M_(e){return/^(?:[\0-\u00de\u00e0-\u012f\u0132-\u0148\u014a-\u017e\u2000-\u2bff\u3000-\ud7ff]|[\u{1f000}-\u{1ffff}]|\ufe0f)*$/u.test(e)}function N_(e){return e.slice(0,1).toUpperCase()+e.slice(1)}function P_(e){return e===e.toUpperCase()?e.toLowerCase():e.toUpperCase()}function F_(e){let t=Array.from(e.matchAll(/^[ \t]*(?=\S)/gm),([e])=>e.length),n=t.length===0?0:Math.min(...t);return e.replace(RegExp(`^[ \\t]{${n}}`,`gm`),``)}function I_(e){return Array.from(new TextEncoder().encode(e),e=>e.toString(16).padStart(2,`0`)).join(``)}function L_(e,t){return t.openArguments||e.kind!==`template`&&!D(e.text.length>>6)?null:e.kind===`template`?J_(e,t):e.kind===`symbol`?z_(e,t):B_(e,t)}const R_=new Set([`upcase`,`downcase`,`capitalize`,`swapcase`]);function z_(e,t){let{name:n,node:r}=t;switch(n){case`to_sym`:return e;case`id2name`:case`name`:return j(e.text,r);case`labelize`:case`length`:case`size`:case`[]`:case`empty?`:case`start_with?`:case`end_with?`:case`match?`:case`=~`:return B_(j(e.text),t);case`<=>`:return t.values[0]?Fo(e,n,t.values[0],r):null;default:{let i=R_.has(n)&&t.values.length===0?O_.get(n)(e.text):null;return i===null?null:on(i,r)}}}function B_(e,t){let{name:n,node:r,values:i,context:a}=t,[o,s]=i,{text:c}=e;switch(n){case`+`:case`<`:case`>`:case`<=`:case`>=`:case`<=>`:return o?Fo(e,n,o,r):null;case`*`:return o?.kind===`number`?es(c,o.number,r):null;case`%`:return o?Ih(c,L(o)??[o],r):null;case`<<`:case`concat`:case`prepend`:case`insert`:case`replace`:return a.evaluator.isTentative(e)?null:G_(e,t);case`to_sym`:case`intern`:return on(c,r);case`to_str`:case`+@`:case`-@`:return n!==`+@`||!e.frozen?e:e.frozen===!0?j(c,r):null;case`scan`:return o&&!t.block?n_(c,o,r):null;case`split_strip_compact`:{let e=i_(c,t),n=e?.kind===`array`?e.items.map(e=>I(e.value)?.trim()??``):null;return n&&N(n.filter(e=>e!==``).map(e=>j(e)),r)}case`unpack1`:return o?.kind===`string`&&o.text===`H*`?V_(e,{...t,name:`to_hex`,values:[]}):null;case`partition`:case`rpartition`:return r_(c,t);case`succ`:case`next`:return/[a-yA-Y0-8]$/.test(c)?j(c.slice(0,-1)+String.fromCharCode(c.charCodeAt(c.length-1)+1),r):null;case`encode`:case`force_encoding`:case`unicode_normalize`:return ko(c)?j(c,r):null;case`gsub`:case`sub`:case`remove`:case`delete_prefix`:case`delete_suffix`:return Qg(c,t);case`split`:return i_(c,t);case`chars`:case`each_char`:return W_(e,Array.from(c),t);case`lines`:case`each_line`:return o?null:W_(e,c.match(/[^\n]*\n|[^\n]+/g)??[],t);case`[]`:case`slice`:case`first`:case`last`:case`at`:case`from`:case`to`:return s_(c,t);case`tr`:case`delete`:case`squeeze`:return c_(c,t);case`rjust`:case`ljust`:case`center`:return K_(c,t);case`truncate`:return o?.kind===`number`&&!s?q_(c,o.number,r):null;default:return u_(e,t)??V_(e,t)}}function V_(e,t){let{name:n,node:r,values:i,context:a}=t;if(n.endsWith(`!`)){if(a.evaluator.isTentative(e))return null;let r=H_.has(n)?B_(e,{...t,name:n.slice(0,-1)}):null;return r?.kind===`string`?U_(e,r.text,t):null}let[o]=i,s=o?k_(e.text,n,o):O_.get(n)?.(e.text);return typeof s==`string`?j(s,r):null}const H_=new Set([`gsub`,`sub`,`tr`,`delete`,`squeeze`,`delete_prefix`,`delete_suffix`,...O_.keys()].map(e=>`${e}!`));function U_(e,t,{name:n,node:r}){return t===e.text?/^(?:squish|reverse|scrub)!$/.test(n)?e:k(r):(vs(e,t,r),e)}function W_(e,t,{name:n,node:r,block:i}){let a=N(t.map(e=>j(e)),r);if(!i)return n.startsWith(`each`)?{...a,enumerates:`each`}:a;for(let e of a.items)i(e.value);return e}function G_(e,{name:t,values:n,node:r}){let i=n.map(e=>e.kind===`number`?null:hn(e));if(t===`insert`){let t=n[0]?.kind===`number`?n[0].number:null,a=Array.from(e.text);return t===null||typeof i[1]!=`string`||t>a.length||t<-a.length-1?null:(a.splice(t<0?a.length+1+t:t,0,i[1]),vs(e,a.join(``),r),e)}if(i.includes(null)||n.some(e=>e.kind!==`string`))return null;let a=i.join(``),o=t===`replace`?a:t===`prepend`?a+e.text:e.text+a;return o.length>2e5?null:(vs(e,o,r),e)}function K_(e,{name:t,values:n,node:r}){let[i,a]=n,o=a===void 0?` `:a.kind===`string`?a.text:``;if(i?.kind!==`number`||o===``||i.number>1e3)return null;let s=Math.max(0,i.number-Array.from(e).length),c=t===`rjust`?s:t===`center`?Math.floor(s/2):0;return j(``.padStart(c,o)+e+``.padStart(s-c,o),r)}function q_(e,t,n){let r=Array.from(e);return t<3?null:j(r.length>t?`${r.slice(0,t-3).join(``)}...`:e,n)}function J_(e,t){return t.name===`+`&&t.values[0]?Fo(e,`+`,t.values[0],t.node):t.name===`squish`||t.name===`strip`?mo(e.parts.map(e=>e?.replace(/\s+/gu,` `)??null),t.node):null}const Y_=[K(_,X_),K(qe,As),K(Ke,As),K(Ge,As)];function X_(e,t){if(qt(e))return{kind:`lambda`,node:e,scope:t.scope,strict:e.name===`lambda`};if(e.receiver===null){let n=Q_(e,t);return Z_(ag(e,n,t),n)}let n=t.evaluator.evaluate(e.receiver,t);if(e.isSafeNavigation()&&n.kind===`nil`)return k(e);let r=Q_(e,t),i=tv(n,r);return i===null?(cv(e,n,r),t.evaluator.surprise(e),rn(n,e)):Z_(e.isSafeNavigation()&&F(n)===null?P([i,k()],e):i,r)}function Z_(e,{block:t,node:n}){return t?.exit.value?t.exit.value:t?.exit.uncertain?P([e,O()],n):e}function Q_(e,t){let n=[],r=!1;for(let i of w(e))if(i instanceof zt){let e=t.evaluator.evaluate(i.expression,t),a=e.kind===`range`?ao(e):L(e);a?n.push(...a):r=!0}else n.push(t.evaluator.evaluate(i,t));return{node:e,name:e.name,values:n,openArguments:r,block:$_(e,t),context:t}}function $_(e,t){let{block:n}=e;if(n===null)return null;let r={value:null,uncertain:!1};if(n instanceof le){let i=e=>{let{evaluator:i,scope:a}=t,o={...yh(`block`,t.frame,nn()),exit:r};return i.run({callable:n,scope:a,values:e,strict:!1,frame:o})};return Object.assign((...n)=>{if(r.value||t.frame.ended)return O(e);if(!r.uncertain)return i(n);let a=ls(t.scope),o=t.evaluator.tentatively(()=>i(n),O(e));return ds(t.scope,[a,ls(t.scope)]),o},{exit:r})}if(!(n instanceof ce))return null;if(n.expression instanceof S)return ev(n.expression.unescaped,e,t,r);let i=t.evaluator.evaluate(n.expression,t);return i.kind===`symbol`?ev(i.text,e,t,r):Object.assign((...n)=>i.kind===`lambda`?t.evaluator.invoke(i,n):t.evaluator.surprise(e),{exit:r,passed:R(i)})}function ev(e,t,n,r){return Object.assign((r=O(),...i)=>tv(r,{node:t,name:e,values:i,openArguments:!1,block:null,context:n})??n.evaluator.surprise(t),{exit:r})}function tv(e,t){if(e.kind===`choice`)return sv(e.options,t);let n=nv(e);if(n&&Ba(t.name)){if(n===!0)throw Ch;t.context.evaluator.surprise(t.node)}let r=dg(e,t);if(r)return r;switch(e.kind){case`definitions`:return xg(t);case`lambda`:return[`call`,`()`,`[]`,`yield`,`===`].includes(t.name)&&!t.openArguments?t.context.evaluator.invoke(e,t.values):null;case`class`:return jm(e,t);case`string`:case`symbol`:case`template`:return L_(e,t);case`number`:return qg(e,t);case`array`:return ph(e,t);case`range`:return rv(e,t);case`hash`:return Rg(e,t);case`unknown`:return t.name===`+`&&t.values[0]?Fo(e,`+`,t.values[0],t.node):null;case`boolean`:return ov(e.boolean,t);case`nil`:return av(t);default:return null}}function nv(e){let{kind:t}=e;return t===`string`||t===`array`||t===`hash`?e.frozen:void 0}function rv(e,t){let{name:n,values:r,node:i}=t;if(/^(?:include|member|cover)\?$/.test(n)&&r.length===1){let t=so(e,r[0]);if(t!==null)return A(t,i)}let a=ao(e);return a&&(n===`step`||n===`%`)?iv(a,t):n===`last`&&r.length===0?e.last:n===`size`&&e.first?.kind!==`number`?null:a&&ph(N(a),t)}function iv(e,{values:[t],block:n,node:r}){if(t?.kind!==`number`||t.float||t.number<1)return null;let i=e.filter((e,n)=>n%t.number===0);for(let e of i)n?.(e);return n?O(r):{...N(i,r),enumerates:`each`}}function av({name:e,values:t,node:n}){if(t.length>0)return null;switch(e){case`to_a`:return N([],n);case`to_h`:return ln(n);case`to_i`:return M(0,n);default:return null}}function ov(e,{name:t,values:n,node:r}){let i=n[0]?F(n[0]):null;if(i===null)return null;let a=new Map([[`&`,e&&i],[`|`,e||i],[`^`,e!==i]]).get(t);return a===void 0?null:A(a,r)}function sv(e,t){if(e.length>16)return null;let{block:n}=t.node instanceof _?t.node:{block:null};n&&Ss(n,t.context.scope);let r=e.map(e=>t.context.evaluator.tentatively(()=>tv(e,t),null));if(n&&Ss(n,t.context.scope),r.every(e=>e===null))return null;for(let[n,i]of r.entries())i===null&&t.node instanceof _&&lv(e[n],t.node,t);return P(r.map((n,r)=>n??rn(e[r],t.node)),t.node)}function cv(e,t,n){(t.kind===`unknown`||t.kind===`template`)&&Ba(n.name)&&xs(e.receiver,n.context),lv(t,e,n)}function lv(e,t,n){if(Ba(n.name))for(let t of R(e))ys(t);js(t,e,n)}const uv=new Set([`is_a?`,`kind_of?`,`instance_of?`,`nil?`,`present?`,`blank?`]);function dv(e,t,n){if(e instanceof wt){let{body:r}=e;r instanceof Bt&&r.body.length===1&&dv(r.body[0],t,n)}else if(e instanceof _&&e.name===`!`)dv(e.receiver,!t,n);else if(e instanceof(t?ne:Ct))dv(e.left,t,n),dv(e.right,t,n);else if(e instanceof y)fv(e,n,e=>F(e)!==!t);else if(e instanceof _&&uv.has(e.name)){let{receiver:r,name:i}=e;r instanceof y&&fv(r,n,r=>pv(e,i,r,n)!==!t)}}function fv({name:e,depth:t},{scope:n},r){let i=is(n,e,t);if(i.kind!==`choice`)return;let a=i.options.filter(r);a.length>0&&a.length<i.options.length&&os(n,e,t,P(a,i.node))}function pv(e,t,n,r){let{evaluator:i}=r,a={node:e,name:t,values:w(e).map(e=>i.evaluate(e,r)),openArguments:!1,block:null,context:r};return F(i.call(n,a)??O(e))}const mv=[K(Dt,(e,t)=>t.evaluator.evaluate(e.statements,t)),K(Bt,hv),K(wt,(e,t)=>t.evaluator.evaluate(e.body,t)),K(Ee,(e,t)=>t.evaluator.evaluate(e.statements,t)),K(ne,(e,t)=>_v(e,t,!0)),K(Ct,(e,t)=>_v(e,t,!1)),K(He,(e,t)=>vv(e,e.predicate,e.statements,e.subsequent,t)),K(Ht,(e,t)=>vv(e,e.predicate,e.elseClause,e.statements,t)),K(_e,yv),K(ge,bv),K(It,(e,t)=>Tv(t,bh(t.frame),w(e),e)),K(_t,(e,t)=>Tv(t,t.frame,w(e),e)),K(fe,Ev)];function hv(e,t){return gv(e.body,0,t)}function gv(e,t,n){let{evaluator:r,frame:i,scope:a}=n,o=k(),s=r.surprises();for(let c=t;c<e.length;c++){if(i.kind===`guard`&&r.surprises()>s&&(i.partial=!0),i.partial&&(i.kind!==`lambda`||i.region>0)){let t=ls(a);return i.partial=!1,o=r.tentatively(()=>gv(e,c,n),O(e[c])),ds(a,[t,ls(a)]),i.partial=!0,o}if(o=r.evaluate(e[c],n),i.ended)break}return o}function _v(e,t,n){let r=t.evaluator.evaluate(e.left,t),i=F(r);if(i!==null&&i!==n)return r;if(i!==null)return t.evaluator.evaluate(e.right,t);let a=Cv(e.right,t,()=>dv(e.left,n,t));a.ended&&(t.frame.partial=!0);let o=P(R(r).filter(e=>F(e)!==n),e);return a.ended?(t.frame.left.push(a.after),dv(e.left,!n,t),o):(ds(t.scope,[ls(t.scope),a.after]),P([o,a.value],e))}function vv(e,t,n,r,i){let a=F(i.evaluator.evaluate(t,i));return a===null?wv(e,[n,r],i,e=>dv(t,e===0,i)):i.evaluator.evaluate(a?n:r,i)}function yv(e,t){let n=e.predicate?t.evaluator.evaluate(e.predicate,t):null,r=[];for(let i of e.conditions){if(!(i instanceof Wt))return t.evaluator.surprise(e);let a=i.conditions.map(e=>Sv(e,n,t));if(a.includes(!0))return r.push(i.statements),xv(e,r,t);a.includes(null)&&r.push(i.statements)}return r.push(e.elseClause),xv(e,r,t)}function bv(e,t){return e.predicate&&t.evaluator.evaluate(e.predicate,t),Ss(e,t.scope),wv(e,[...e.conditions.map(e=>e instanceof We?e.statements:e),e.elseClause],t)}function xv(e,t,n){return t.length===1?n.evaluator.evaluate(t[0],n):wv(e,t,n)}function Sv(e,t,n){if(e instanceof zt){let r=L(n.evaluator.evaluate(e.expression,n));if(!r||!t)return null;let i=r.map(e=>Xo(e,t));return i.includes(!0)?!0:i.includes(null)?null:!1}let r=n.evaluator.evaluate(e,n);return t?Xo(r,t):F(r)}function Cv(e,t,n){let r=ls(t.scope);n?.();let i={...t.frame,partial:!1},{evaluator:a}=t,o=a.tentatively(()=>a.evaluate(e,{...t,frame:i}),null),s=ls(t.scope);return us(t.scope,r),{value:o??O(e),ended:i.ended||o===null,partial:i.partial,after:s}}function wv(e,t,n,r){let i=t.map((e,t)=>Cv(e,n,r&&(()=>r(t)))),a=i.filter(e=>!e.ended);for(let e of i)e.ended&&n.frame.left.push(e.after);return a.length===0?(n.frame.ended=!0,k()):((a.length<i.length||a.some(e=>e.partial))&&(n.frame.partial=!0),ds(n.scope,a.map(e=>e.after)),P(a.map(e=>e.value),e))}function Tv(e,t,n,r){let{evaluator:i,frame:a}=e,o=n.map(t=>i.evaluate(t,e)),s=o.length>1?N(o,r):o[0]??k(r);if(t.returns.push(i.isTentative()?ja(s):s),nn()===t.region)for(let e=a;e!==t;e=e.parent)e.ended=!0;return nn()===t.region&&(t.ended=!0),a.ended=!0,s}function Ev(e,t){let{evaluator:n,frame:r}=t,i=w(e).map(e=>n.evaluate(e,t)),a=i.length>1?N(i,e):i[0]??k(e);return nn()===r.region?r.exit.value??=a:r.exit.uncertain=!0,r.ended=!0,a}const Dv=[K(se,Ov),K(Mt,(e,t)=>Av({node:e,body:e.expression,orElse:null,clauses:[],last:e.rescueExpression},t))];function Ov(e,t){let{rescueClause:n,elseClause:r,ensureClause:i,statements:a}=e;try{return n?Av({node:e,body:a,orElse:r,clauses:kv(n),last:null},t):t.evaluator.evaluate(a,t)}finally{let e={...t.frame,ended:!1};i&&t.evaluator.evaluate(i.statements,{...t,frame:e})}}function kv(e){let t=[];for(let n=e;n;n=n.subsequent)t.push(n);return t}function Av(e,t){let{node:n,body:r,orElse:i,clauses:a,last:o}=e,{evaluator:s,scope:c}=t,l=o?[o]:a.map(({statements:e})=>e);if(r&&Pv(r)){Mv(a,t);let i=e=>e>0?Cs(r,c):void 0;return jv(e,t,()=>wv(n,[r,...l],t,i))}let u=s.surprises(),d=t.frame.left.length,f=()=>{let e=t.frame.left.slice(d);e.length>0&&ds(c,[ls(c),...e])};try{let o={...t.frame,kind:`guard`,partial:!1},d=s.evaluate(r,{...t,frame:o}),p=s.surprises()===u;return p&&o.ended&&(t.frame.ended=!0),p&&o.partial&&(t.frame.partial=!0),p?i&&!o.ended?s.evaluate(i,t):d:jv(e,t,()=>{Mv(a,t);let e=i&&!o.ended?wv(n,[i,null],t):d,r=ls(c),s=l.map(e=>Cv(e,t,f)),u=s.filter(e=>!e.ended);for(let e of s)e.ended&&t.frame.left.push(e.after);o.ended&&u.length===0&&(t.frame.ended=!0),(o.ended||o.partial||s.some(e=>e.ended||e.partial))&&(t.frame.partial=!0),ds(c,[r,...s.map(e=>e.after)]);let p=u.map(e=>e.value);return P(o.ended?p:[e,...p],n)})}catch(r){if(!(r instanceof Sh))throw r;return Mv(a,t),f(),jv(e,t,()=>{let[e]=a;return!e||Nv(e)?s.evaluate(l[0],t):(t.frame.partial=!0,P([wv(n,l,t),s.surprise(n)],n))})}}function jv({node:e,body:t,clauses:n},r,i){if(!n.some(e=>Xt(e).some(e=>e instanceof Ft)))return i();let a=n.map(({statements:e})=>e);return Ss(e,r.scope),r.evaluator.tentatively(()=>wv(e,[t,...a],r),O(e)),Ss(e,r.scope),r.evaluator.surprise(e)}function Mv(e,{scope:t}){for(let{reference:n}of e)n instanceof dt&&os(t,n.name,n.depth,O())}function Nv(e){return e.exceptions.length===0||e.exceptions.some(e=>`name`in e&&/^(StandardError|Exception|RuntimeError)$/.test(String(e.name)))}function Pv(e){return!D()||e instanceof _&&e.receiver===null&&e.arguments_&&e.name!==`call`&&!Fv.has(e.name)?!0:T(e).some(Pv)}const Fv=new Set([`lambda`,`proc`,`raise`,`error`,`puts`]);new Map([...lo,...Jh,...Eh,...Bh,...mv,...$h,...Dv,...Y_]);function Iv(e){let t=[];return n(e),t;function n(e){t.push(e);for(let t of e.fields)t.properties&&n(t.properties)}}function Lv(e,t){return e.map(e=>[e,t])}new Map([...Lv([He,Ht,_e],(e,{predicate:t},n)=>e===t?`value`:n),...Lv([Ee,Oe,wt,Dt,Mt],(e,t,n)=>n),...Lv([Wt,Nt],(e,{statements:t},n)=>e===t||e instanceof Nt?n:`value`),...Lv([se],(e,t,n)=>e instanceof Oe?`void`:n),...Lv([ne,Ct],(e,{right:t},n)=>e===t?n:`value`),...Lv([Gt,Ut,Me],(e,{statements:t})=>e===t?`void`:`value`),...Lv([st,we],(e,{body:t})=>e===t?`tail`:`value`),...Lv([It,_t],()=>`tail`)]);function Rv(e){return e.chain.filter(t=>t!==e.node).map(e=>e.name)}const zv=new Set([`each`,`each_with_index`,`each_pair`,`each_slice`,`each_with_object`,`times`]),Bv=z({id:`structure/discarded-request`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses the result of every request.`,why:`A request is only sent when its result is asked for, so one whose result is dropped is never sent.`,remedy:"Return the result, or ask it for something, as in `post('/audit', input).presence`.",sources:[X.gem,X.waitForResume]},messages:{dropped:e=>`The result of this \`${e}\` is not used, so the request is never sent.`},examples:{bad:[{name:`a request before the last expression`,source:U`
          { actions: { a: { execute: ->(_c, i) { post('/audit', i).headers(a: 'b'); { ok: true } } } } }
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dropped
        `},{name:`a request in a loop that drops it`,source:U`
          { actions: { a: { execute: ->(_c, i) { i['ids'].each { |id| delete("/x/#{id}") }; {} } } } }
                                                                      ^^^^^^^^^^^^^^^^^^ dropped
        `}],good:[{name:`a result that is asked for, returned or kept`,source:U`
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
        `}]},create:e=>({request({verb:t,fact:n,lambda:r}){if(!r||n.node.block!==null||!(n.chainUsage===`void`||n.chainUsage===`block`&&n.blocks!==null&&zv.has(n.blocks.call.name))||!Rv(n).every(e=>Ls.has(e)))return;let i=n.chain.at(-1)??n.node;e.report(`dropped`,{span:C(i),path:r.path},[t])}})}),Vv=new Set([`connection.base_uri`,`authorization.client_id`,`authorization.client_secret`,`authorization.authorization_url`,`authorization.token_url`,`authorization.selected`,`trigger.dedup`]),Hv=z({id:`structure/dsl-in-plain-lambda`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Makes no request and calls no method where addresses, client credentials and signatures are made.`,why:"The SDK runs these lambdas without requests and `call`, so they fail when the connector is tested with it.",remedy:`Work the value out from the arguments of the lambda alone.`,sources:[X.methods,X.gem]},messages:{used:(e,t)=>`The SDK gem runs the lambda of \`${e}\` without \`${t}\`, so it fails there.`},examples:{bad:[{name:`a method in the base address`,source:U`
          { connection: { base_uri: lambda { |connection| call('host', connection) } } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ used
        `},{name:`a request in a method that converts a field`,source:U`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 'id', convert_input: 'find_id' }] } } },
            methods: { find_id: ->(name) { get('/find', name: name)['id'] } }
                                           ^^^^^^^^^^^^^^^^^^^^^^^^ used
          }
        `}],good:[{name:`the connection alone`,source:U`{ connection: { base_uri: lambda { |c| "https://#{c['subdomain']}.acme.com" } } }`},{name:`a method of the name of a converter`,source:U`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 'on', convert_input: 'date_conversion' }] } } },
            methods: { date_conversion: ->(date) { call('format', date) } }
          }
        `},{name:`a method where it may be used`,source:U`{ connection: { authorization: { apply: lambda { |c| headers(key: call('key', c)) } } } }`}]},create:e=>{let t=new Set;return{attribute:H([`convert_input`,`convert_output`,`render_input`,`parse_output`],(e,{value:n})=>{let r=I(n);r!==null&&!Kd.has(r)&&t.add(r)}),bareCall:Object.fromEntries([...Is,`call`].map(e=>[e,n]))};function n({node:n,lambda:r}){r&&w(n).length!==0&&(Uv(r)||r.owner===`method`&&t.has(r.key))&&e.report(`used`,{span:C(n),path:r.path},[r.key,n.name])}}});function Uv({owner:e,key:t}){return Vv.has(`${e}.${t}`)}function Wv(e){let{node:t}=e;if(e.shadowed.length===0||!(t instanceof Be||t instanceof ot))return[];let n=t.elements.findIndex(e=>!(e instanceof g)),r=new Set;for(let e of t.elements.slice(n+1))e instanceof g&&r.add(e.key);let i=[];for(let t of e.shadowed){let{keyNode:n}=t;n&&r.has(n)&&i.push({key:_n(t),entry:t,keyNode:n,last:e.entries.get(t.key)})}return i}function Gv(e,t){return e===``?t:`${e}.${t}`}function Kv(e){return e?[{span:C(e),message:`The entry that counts.`}]:void 0}const qv=z({id:`structure/duplicate-entry`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives each entry of a section a name of its own.`,why:`Ruby keeps the last of several entries of one name and silently drops the others.`,remedy:`Rename one of the entries, or remove the one that is not wanted.`,sources:[X.reference,X.gem]},messages:{repeated:(e,t)=>`\`${e}\` occurs again further down in ${t}, so this one is lost.`},examples:{bad:[{name:`two methods of one name, as a symbol and as a string`,source:U`
          { methods: { list: lambda { 1 }, 'list' => lambda { 2 } } }
                       ^^^^^ repeated
        `},{name:`a key of an action twice`,source:U`
          { actions: { search: { title: 'Search', execute: ->(c, i) { {} }, title: 'Search leads' } } }
                                 ^^^^^^ repeated
        `},{name:`the same text twice, and a section without entries`,source:U`
          {
            pick_lists: {},
            ^^^^^^^^^^^ repeated
            actions: { ping: { title: 'Ping', execute: ->(_c, _i) { get('/ping') }, title: 'Ping' } },
                               ^^^^^^ repeated
            pick_lists: { envs: -> { [%w[Test test]] } }
          }
        `}],good:[{name:`a number and its text`,source:U`{ pick_lists: { 1 => lambda { [] }, '1' => lambda { [] } } }`},{name:`distinct names`,source:U`{ methods: { list: lambda { 1 }, page: lambda { 2 } } }`},{name:`an entry that overrides a shared one`,source:U`
          shared = { list: lambda { 1 } }
          { methods: { list: lambda { 0 }, **shared, list: lambda { 2 } } }
        `}]},create:e=>{return{connector({root:e,actions:r,triggers:i,methods:a,pickLists:o,objectDefinitions:s,streams:c,connection:l}){n(e,`the connector`);for(let e of[r,i,a,o,s,c])t(e.property);n(l,"`connection`"),t(l.authorization?.get(`options`))},authorization(e){n(e,"`authorization`")},operation(e){n(e,`\`${e.name}\``)}};function t(e){e?.value.kind===`hash`&&r(e.value,e.path,`\`${e.key}\``)}function n({hash:e,path:t},n){e&&r(e,t,n)}function r(t,n,r){for(let{key:i,entry:a,keyNode:o,last:s}of Wv(t)){let t={span:C(o),path:Gv(n,i)},c=Kv(s?.keyNode);e.report(`repeated`,t,[i,r],{...Jv(a,s)?{}:{severity:`warning`},...c?{related:c}:{}})}}}});function Jv({value:e},t){return e.kind===`nil`||e.kind===`hash`&&!e.open&&e.entries.size===0?!1:!t||dn(e,t.value)!==!0}const Yv=z({id:`structure/duplicate-field-key`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Writes each attribute of a field once.`,why:`Only the last value of an attribute counts; the other is mostly a leftover.`,remedy:`Keep the value that is meant, and remove the other.`,sources:[X.schema,X.gem]},messages:{repeated:e=>`\`${e}\` occurs again further down in the same field, so this value is lost.`},examples:{bad:[{name:`two labels`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', label: 'A', label: 'B' }] } } } }
                                                                   ^^^^^^ repeated
        `},{name:`the same value twice`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', sticky: true, sticky: true }] } } } }
                                                                   ^^^^^^^ repeated
        `,fixed:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', sticky: true }] } } } }
        `}],good:[{name:`each attribute once`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', label: 'B' }] } } } }
        `}]},create:e=>({field(t){for(let{key:n,entry:r,keyNode:i,last:a}of Wv(t.hash)){let o={span:C(i),path:Gv(t.path,n)},s=a!==void 0&&dn(r.value,a.value)===!0?Ii(t.node,i,e.source):[],c={title:`Remove the first \`${n}\``,edits:s},l=Kv(a?.keyNode);e.report(`repeated`,o,[n],{...l?{related:l}:{},...s.length>0?{fix:c}:{}})}}})}),Xv=z({id:`structure/duplicate-field-name`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives the fields of a list names of their own.`,why:`Of two fields of one name, one overwrites the other's value.`,remedy:`Rename one of the fields, or remove it.`,sources:[X.schema]},messages:{repeated:e=>`The list has a field \`${e}\` before this one.`},examples:{bad:[{name:`two fields of one name`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id' }, { name: 'id', label: 'ID' }] } } } }
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated
        `}],good:[{name:`fields that are never shown together`,source:U`
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
        `},{name:`fields of a definition of which each use takes one`,source:U`
          {
            object_definitions: { lead: { fields: -> { [{ name: 'id', for: 'new' }, { name: 'id', for: 'old' }] } } },
            actions: {
              a: {
                input_fields: ->(od) { od['lead'].select { |field| field['for'] == 'new' } },
                output_fields: ->(od) { od['lead'].uniq { |field| field['name'] } }
              }
            }
          }
        `},{name:`a toggle of the field's name`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', toggle_field: { name: 'id' } }] } } } }
        `}]},create:e=>{let t=new Set,n=new Set,r=new Map;return{fieldList(e){let t=e.role===`definition`;if(e.fields.length<2&&(t||r.size===0))return;let a=new Map;for(let o of e.fields){let{node:e}=o;if(r.size>0&&!t&&e&&n.add(e),o.conditional||!o.name||o.has(`ngIf`))continue;let s=a.get(o.name);if(!s)a.set(o.name,o);else if(!e||e===s.node)continue;else t?r.set(e,[o,s]):i(e,r.get(e)?.[0]??o,s)}},end(){for(let[e,[t,a]]of r)n.has(e)||a.node!==null&&n.has(a.node)||i(e,t,a)}};function i(n,r,i){if(t.has(n))return;t.add(n);let a=[{span:i.span,message:`The field \`${i.name}\` before it.`}];e.report(`repeated`,r,[i.name??``],{related:a})}}}),Zv=z({id:`structure/execute-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives every action an `execute`.",why:`An action without it has nothing to run, and every job that reaches it fails.`,remedy:"Add `execute:` with a lambda that makes the request and returns its result.",sources:[X.actions,X.gem]},messages:{missing:e=>`The action \`${e}\` has no \`execute\`.`},examples:{bad:[{name:`only a title`,source:U`
          { actions: { ping: { title: 'Ping' } } }
                       ^^^^^ missing
        `}],good:[{name:`an execute`,source:U`{ actions: { ping: { execute: ->(_c, _i) { get('/ping') } } } }`},{name:`an action from elsewhere`,source:U`{ actions: { ping: shared_action, **more } }`}]},create:e=>({action(t){t.closed&&!t.has(`execute`)&&e.report(`missing`,t,[t.name])}})}),Qv=z({id:`structure/execute-output`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Returns a hash from `execute`.",why:`The output is matched with the output fields by key, which an array or a string does not have.`,remedy:"Wrap the result, such as `{ items: get('/items') }`, and name the key in `output_fields`.",sources:[X.actions]},messages:{literal:e=>`\`execute\` returns ${e}, not a hash.`,computed:e=>`The result of \`execute\` is ${e} that it works out, not a hash.`},examples:{bad:[{name:`an array`,source:U`
          { actions: { a: { execute: ->(_c, _i) { [get('/items')] } } } }
                                                  ^^^^^^^^^^^^^^^ literal
        `},{name:`an array that a method of arrays gives`,source:U`
          { actions: { a: { execute: ->(_c, i) { %w[a b].map { |key| i[key] } } } } }
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computed
        `},{name:`a list made of what the API gave, and a text with a part of it`,source:U`
          {
            actions: {
              a: { execute: ->(_c, i) { get('/items', i)['items'].map { |item| item['id'] } } },
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computed
              b: { execute: ->(_c, i) { "Item #{post('/items', i)['id']}" } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computed
            }
          }
        `}],good:[{name:`a hash, a response, and a list that is wrapped`,source:U`
          {
            actions: {
              a: { execute: ->(_c, _i) { { items: [get('/a')] } } },
              b: { execute: ->(_c, _i) { get('/b') } },
              c: { execute: ->(_c, _i) { nil } }
            }
          }
        `},{name:`a list that is looked at before it is returned`,source:U`
          {
            actions: {
              a: { execute: ->(_c, i) { list = call('list', i); list.is_a?(Array) ? { items: list } : list } },
              b: { execute: ->(_c, i) { list = call('list', i); list = { items: list } if list.is_a?(Array); list } },
              c: {
                execute: lambda do |_c, i|
                  response = ''
                  case i['by']
                  when 'id' then response = get('/id')
                  when 'name' then response = get('/name')
                  end
                  response
                end
              }
            },
            methods: { list: ->(i) { i['all'] ? [1, 2] : { id: 1 } } }
          }
        `}]},create:e=>{let t=new Set,n=({lambda:e})=>{e&&t.add(e.path)};return{node:[B(It,n),B(_t,n)],action(n){let r=n.lambda(`execute`);if(!r)return;let i=qt(r.value.node);if(t.has(r.path)||![...em(i)].every($v))for(let{kind:t,place:n,isLiteral:i,isSure:a}of Qp(r,ey)){let r=t===`string`||t===`template`?`a string`:`an array`;e.report(i?`literal`:`computed`,n,[r],i&&a?{}:{severity:`warning`})}}}}});function $v(e){return e instanceof Be||!am(e)&&Rs(e)}function ey({kind:e,node:t}){return e===`unknown`?am(t):e===`array`||e===`string`||e===`template`}const ty=z({id:`structure/field-name-characters`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names fields with letters, digits and underscores only.`,why:`With other characters an input is not shown, and datapills are garbled.`,remedy:"Give the field a plain name, and change it back to the API's name in `execute`.",sources:[X.bestPractices,X.codePatterns]},messages:{characters:(e,t)=>`The field name \`${e}\` contains ${t}.`},examples:{bad:[{name:`a hyphen`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'due-date' }] } } } }
                                                       ^^^^^ characters
        `}],good:[{name:`letters of other languages`,source:U`{ actions: { a: { input_fields: ->(_od) { [{ name: 'straße' }, { name: '氏名' }] } } } }`},{name:`letters, digits and underscores`,source:U`{ actions: { a: { input_fields: ->(_od) { [{ name: 'dueDate_2' }] } } } }`}]},create:e=>({field(t){let{name:n}=t;if(!n||!/\W/.test(n)||!/[^\p{L}\p{M}\p{N}_]/u.test(n)||!t.isUsed||t.isToggle)return;let r=t.get(`name`);if(!r||!t.uses.every(e=>e.name===n))return;let i=new Set(n.match(/[^\p{L}\p{M}\p{N}_]/gu)),a=[...i].every(e=>` ()[]`.includes(e)),o=new Set(Array.from(i,e=>/\s/u.test(e)?`a space`:`\`${e}\``));e.report(`characters`,r,[n.replaceAll(/\s/gu,` `),[...o].join(`, `).replace(/, (?=[^,]*$)/u,` and `)],a?{severity:`notice`}:{})}})}),ny=z({id:`structure/field-name-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives every field a name.`,why:`The name is the key of the field's value: nothing can be entered into a field without one, or read from it.`,remedy:"Add `name:` with the key that the API uses.",sources:[X.schema,X.gem]},messages:{missing:()=>"The field has no `name`.",empty:()=>"The field's `name` is empty."},examples:{bad:[{name:`only a label`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ label: 'ID', type: 'string' }] } } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
        `},{name:`an empty name in nested fields`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'o', type: 'object', properties: [{ name: '' }] }] } } } }
                                                                                                  ^^^^^ empty
        `}],good:[{name:`a name`,source:U`{ actions: { a: { input_fields: ->(_od) { [{ name: 'id' }] } } } }`},{name:`a name that is added later`,source:U`{ actions: { a: { input_fields: ->(_od) { [{ label: 'ID' }.merge(name: 'id'), { **field }] } } } }`},{name:`what an array of strings has no use for`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', type: 'array', of: 'string', properties: [{ type: 'string' }] }] } } } }
        `},{name:`other data in an object definition`,source:U`
          {
            object_definitions: { errors: { fields: ->(_c) { [{ key: 'code', text: 'Code' }] } } },
            actions: { a: { output_fields: ->(od) { od['errors'].map { |one| { name: one['key'], label: one['text'] } } } } }
          }
        `}]},create:e=>({field(t){if(t.name||t.isToggle||!t.isUsed||!t.uses.every(ry))return;let n=t.get(`name`);n?n.value.kind===`string`&&n.value.text===``&&e.report(`empty`,n,[]):t.uses.every(e=>!e.has(`name`))&&e.report(`missing`,t,[])}})});function ry({closed:e,conditional:t,isToggle:n,list:{parent:r}}){if(!e||t||n)return!1;if(!r)return!0;let i=r.text(`type`);return i===`object`||i===`array`&&(!r.has(`of`)||r.text(`of`)===`object`)}const iy=1048576,ay=z({id:`structure/file-size`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Is at most 10 MB of code.`,why:`The platform refuses larger code, and has 5 seconds to compile it.`,remedy:`Read large schemas from the API in object definitions, instead of writing them into the code.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{tooLarge:e=>`The file has ${e} MB; the platform takes at most 10 MB.`,large:e=>`The file has ${e} MB; code of this size may take too long to compile.`},examples:{bad:[{name:`11 MB`,source:`# ${`x`.repeat(11*iy)}\n`,reports:[`tooLarge`]},{name:`2 MB`,source:`{ title: 'A', connection: {} } # ${`x`.repeat(2*iy)}\n`,reports:[`large`]}],good:[{name:`a few lines`,source:`{ title: 'A', connection: {} }
`}]},create:e=>({file({bytes:t}){let n=(t.length/iy).toFixed(1);t.length>10485760?e.report(`tooLarge`,null,[n]):t.length>iy&&e.report(`large`,null,[n],{severity:`notice`})}})}),oy=z({id:`structure/http-in-webhook-notification`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Makes no request and calls no method in `webhook_notification`.",why:`Neither is available in that lambda, so the event is lost.`,remedy:`Return what the payload has, and let the recipe fetch the rest with an action.`,sources:[X.triggers,X.gem]},messages:{request:e=>`\`webhook_notification\` cannot make a request, but calls \`${e}\`.`,method:()=>"`webhook_notification` cannot use the connector's methods, but calls one with `call`."},examples:{bad:[{name:`a request`,source:U`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { get("/leads/#{payload['id']}") } } } }
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ request
        `},{name:`a method`,source:U`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { call('format', payload) } } } }
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^ method
        `}],good:[{name:`the payload, and methods of hashes`,source:U`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { payload.delete('meta'); payload } } } }
        `}]},create:e=>{return{bareCall:Object.fromEntries([...Is,`call`].map(e=>[e,t]))};function t({node:t,lambda:n}){if(n?.owner!==`trigger`||n.key!==`webhook_notification`||w(t).length===0)return;let r={span:C(t),path:n.path};t.name===`call`?e.report(`method`,r,[]):e.report(`request`,r,[t.name])}}}),sy={action:[`execute`,`input_fields`,`output_fields`],trigger:[`poll`,`input_fields`,`output_fields`,`dedup`,`webhook_subscribe`,`webhook_notification`],objectDefinition:[`fields`]},cy={connection:[`base_uri`],authorization:[`client_id`,`client_secret`,`authorization_url`,`token_url`,`acquire`,`refresh`,`selected`]},ly=z({id:`structure/lambda-arity`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Requires no more arguments of a lambda than the platform passes.`,why:`A lambda that requires more raises an exception each time it runs.`,remedy:`Remove the parameters that the platform has no argument for.`,sources:[X.actions,X.triggers,X.gem]},messages:{tooMany:(e,t,n)=>`The lambda of \`${e}\` requires ${t} arguments, but the platform passes ${n}.`},examples:{bad:[{name:`a dedup with two parameters`,source:U`
          { triggers: { new_lead: { dedup: lambda { |record, input| record['id'] } } } }
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tooMany
        `,fixed:U`
          { triggers: { new_lead: { dedup: lambda { |record| record['id'] } } } }
        `},{name:`a surplus parameter that is used`,source:U`
          { connection: { base_uri: ->(connection, region) { "https://#{region}.acme.com" } } }
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tooMany
        `}],good:[{name:`fewer parameters, and surplus ones with a default`,source:U`
          { triggers: { a: { dedup: ->(record, separator = '@') { record['id'] }, poll: -> { {} } } } }
        `},{name:`lambdas that get more than is documented`,source:U`
          {
            connection: {
              authorization: { type: 'oauth2', apply: ->(_c, token, _kind) { headers(Authorization: "Bearer #{token}") } }
            },
            actions: { a: { sample_output: ->(_c, _input, _schema) { {} } } }
          }
        `},{name:`a proc, which takes any number`,source:U`{ triggers: { a: { dedup: proc { |record, input| record['id'] } } } }`}]},create:e=>({lambda(t){let n=uy(sy,t);if(!n&&!uy(cy,t))return;let r=zp(t),{required:i}=t.parameters;if(!r||!t.value.strict||i.length<=r.length)return;let a=dy(t,r.length,e.source),o=r.length===0?`none`:`at most ${r.length}`;e.report(`tooMany`,t,[t.key,i.length,o],{...n?{}:{severity:`warning`},...a.length>0?{fix:{title:`Remove the surplus parameters`,edits:a}}:{}})}})});function uy(e,{owner:t,key:n}){return e[t]?.includes(n)??!1}function dy({value:e,span:t},n,r){let i=Yt(qt(e.node));if(!i||i.optionals.length>0||i.posts.length>0||i.rest||n===0||i.keywords.length>0||i.keywordRest||i.block)return[];let a=r.slice(t);for(let e of i.requireds.slice(n))if((a.match(new RegExp(String.raw`\b${r.slice(C(e))}\b`,`g`))??[]).length!==1)return[];return[{span:{start:C(i.requireds[n-1]).end,end:C(i.requireds.at(-1)).end},text:``}]}const fy=z({id:`structure/method-call-arity`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Passes as many arguments to a method as it takes.`,why:"Unlike the platform, which drops surplus arguments, `call` raises an exception for them.",remedy:`Pass what the method's lambda declares, or give its parameters defaults.`,sources:[X.methods,X.gem]},messages:{arguments:(e,t,n)=>`\`${e}\` takes ${n}, but this call passes ${t}.`,keyword:(e,t)=>`\`${e}\` needs the keyword \`${t}:\`, which is missing.`},examples:{bad:[{name:`too many arguments`,source:U`
          {
            actions: { a: { execute: ->(c, i) { call('page', 1, 2) } } },
                                                ^^^^^^^^^^^^^^^^^^ arguments
            methods: { page: ->(number) { number } }
          }
        `},{name:`a missing keyword`,source:U`
          {
            actions: { a: { execute: ->(c, i) { call(:page, size: 2) } } },
                                                ^^^^^^^^^^^^^^^^^^^^ keyword
            methods: { page: ->(number:, size: 10) { number } }
          }
        `}],good:[{name:`as many as it takes`,source:U`
          {
            actions: { a: { execute: ->(c, i) { call('page', 1); call('page', 1, 2); call('sum', 1, 2, 3) } } },
            methods: { page: ->(number, size = 10) { number }, sum: ->(*all) { all } }
          }
        `},{name:`a hash without braces as the last argument`,source:U`
          {
            actions: { a: { execute: ->(c, i) { call('page', id: 1, size: 2) } } },
            methods: { page: ->(options) { options } }
          }
        `}]},create:e=>({methodCall(t){let n=I(t.name),r=n===null?void 0:e.connector.methods.get(n)?.lambda;if(n===null||!r?.value.strict||r.parameters.rest)return;let i=py(t.node);if(!i)return;let{parameters:a}=r,o=[{span:e.connector.methods.get(n).span,message:`The method \`${n}\`.`}],s=i.at(-1),c=hy(a)&&s instanceof ot?s:null;if(hy(a)&&!c&&i.length>0)return;let l=i.length-+!!c,{required:u,optional:d}=a;if(l<u.length||l>u.length+d.length){let r=_y(u.length,u.length+d.length);e.report(`arguments`,t,[n,String(l),r],{related:o});return}let f=gy(a,c);f&&e.report(`keyword`,t,[n,f],{related:o})}})});function py(e){let[,...t]=w(e);return e.block instanceof ce||t.some(e=>e instanceof zt||e instanceof Ne)||t.some(e=>e instanceof ot&&!e.elements.every(my))?null:t}function my(e){return e instanceof g}function hy(e){let{requiredKeywords:t,optionalKeywords:n,keywordRest:r}=e;return t.length>0||n.length>0||r}function gy(e,t){let n=new Set;for(let e of t?.elements.filter(my)??[]){if(!(e.key instanceof S))return;n.add(e.key.unescaped)}return e.requiredKeywords.find(e=>!n.has(e))}function _y(e,t){let n=t===1?`argument`:`arguments`;return e===t?`${e} ${n}`:`${e} to ${t} ${n}`}const vy=z({id:`structure/method-splat`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Declares the parameters of methods one by one.`,why:`The documentation says that methods cannot have splat parameters.`,remedy:`Name each parameter, or take one hash or array.`,sources:[X.methods]},messages:{splat:(e,t)=>`The method \`${e}\` has the splat parameter \`${t}\`, which the SDK reference does not allow in methods.`},examples:{bad:[{name:`a splat`,source:U`
          { methods: { join: lambda { |*parts| parts.join } } }
                       ^^^^^ splat
        `}],good:[{name:`one array`,source:U`{ methods: { join: lambda { |parts| parts.join } } }`}]},create:e=>({method(t){let n=t.lambda?.parameters;n?.rest?e.report(`splat`,t,[t.name,`*`]):n?.keywordRest&&e.report(`splat`,t,[t.name,`**`])}})}),yy=z({id:`structure/mixed-webhook-kinds`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses either static or dynamic webhooks.`,why:`A connector can have only one of the two kinds.`,remedy:`Keep one kind, and let the other triggers poll.`,sources:[X.staticWebhooks,X.dynamicWebhooks,X.triggers]},messages:{both:e=>`The trigger \`${e}\` has both \`webhook_key\` and \`webhook_subscribe\`.`,mixed:(e,t)=>`The trigger \`${e}\` has a \`webhook_key\`, while \`${t}\` has \`webhook_subscribe\`.`},examples:{bad:[{name:`two triggers of different kinds`,source:U`
          {
            triggers: {
              new_lead: { webhook_key: ->(_c, _i) { 'lead' } },
                          ^^^^^^^^^^^^ mixed
              new_deal: { webhook_subscribe: ->(url, _c) { post('/hooks', url: url) } }
            }
          }
        `},{name:`both kinds in one trigger`,source:U`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' }, webhook_subscribe: ->(url, _c) { {} } } } }
                                    ^^^^^^^^^^^^ both
        `}],good:[{name:`one kind`,source:U`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } }, new_deal: { poll: ->(_c, _i) { {} } } } }
        `},{name:`a key that is nil, or there under a condition`,source:U`
          hook = {}
          hook[:webhook_key] = ->(_c, _i) { 'deal' } if static
          hook[:webhook_subscribe] = ->(url, _c) { post('/hooks', url: url) } unless static
          { triggers: { new_lead: { webhook_key: nil, webhook_subscribe: ->(url, _c) { {} } }, new_deal: hook } }
        `}]},create:e=>({connector({triggers:t}){let n=t.entries.find(e=>by(e,`webhook_subscribe`));if(n)for(let r of t.entries){let t=by(r,`webhook_key`);if(t){if(by(r,`webhook_subscribe`))e.report(`both`,t,[r.name]);else{let i=r.deprecated||n.deprecated?`warning`:`error`;e.report(`mixed`,t,[r.name,n.name],{severity:i})}}}}})});function by(e,t){let n=e.hash?.entries.get(t)?.conditional??!0?void 0:e.get(t);return n?.value.kind===`nil`?void 0:n}const xy=z({id:`structure/multi-auth-options`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Defines each way to sign in that users can choose.`,why:`For a choice without a definition the connection fails.`,remedy:"Add an entry of that name to `options`, or correct the value of the choice.",sources:[X.authorization,X.multiAuth,X.gem]},messages:{options:()=>"The `multi` authorization has no `options`.",selected:()=>"The `multi` authorization has no `selected`.",preset:(e,t)=>`The field \`${e}\` begins with \`${t}\`, which \`options\` of the authorization does not define.`,choice:(e,t)=>`The field \`${t}\` offers \`${e}\`, which \`options\` of the authorization does not define.`},examples:{bad:[{name:`a default that is not defined`,source:U`
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
        `},{name:`no options and no selected`,source:U`
          { connection: { authorization: { type: 'multi' } } }
                          ^^^^^^^^^^^^^^ options
                          ^^^^^^^^^^^^^^ selected
        `},{name:`a choice that is not defined`,source:U`
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
        `}],good:[{name:`a definition for each choice`,source:U`
          {
            connection: {
              fields: [{ name: 'auth_type', control_type: 'select', options: [['None yet', ''], ['API key', 'api_key']] }],
              authorization: {
                type: 'multi',
                selected: ->(connection) { connection['auth_type'] },
                options: { api_key: { type: 'api_key' } }
              }
            }
          }
        `}]},create:e=>({authorization(t){if(t.type!==`multi`||t.option!==null||!t.closed)return;let n=t.get(`options`),r=ba(n?.value,n?.path??``,t.span);(!n||r.closed&&r.keys.length===0)&&e.report(`options`,t,[]),t.has(`selected`)||e.report(`selected`,t,[],{severity:`warning`});let i=Sy(t);if(!r.closed||r.keys.length===0||i===null)return;let{fields:a}=e.connector.connection,o=a.closed?a.fields.find(e=>e.name===i):void 0,s=o?.get(`default`),c=I(s?.value);s&&c!==null&&c!==``&&!r.has(c)&&e.report(`preset`,s,[i,c],{severity:`warning`});for(let{value:t,node:n}of o?Cy(o):[])r.has(t)||e.report(`choice`,{span:C(n),path:o.path},[t,i])}})});function Sy(e){let t=e.lambda(`selected`),n=t&&qt(t.value.node)?.body,r=n instanceof Bt&&n.body.length===1?n.body[0]:null;if(!(r instanceof _)||r.name!==`[]`||!(r.receiver instanceof y))return null;let[i]=w(r);return E(i)}function Cy(e){return(L(e.get(`options`)?.value)??L(e.get(`pick_list`)?.value)??[]).flatMap(e=>{let t=I(L(e)?.[1]);return!t||!e.node?[]:[{value:t,node:e.node}]})}const wy=z({id:`structure/multiselect-delimiter`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Gives a multiselect field a `delimiter`.",why:`The selected values arrive as one text, and cannot be told apart without it.`,remedy:"Add `delimiter: ','`, and split the value at it in `execute`.",sources:[X.schema]},messages:{missing:()=>"The field is a multiselect, but has no `delimiter`."},examples:{bad:[{name:`no delimiter`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', pick_list: 't' }] } } } }
                                                                  ^^^^^^^^^^^^^ missing
        `,fixed:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', pick_list: 't', delimiter: ',' }] } } } }
        `}],good:[{name:`a delimiter`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', delimiter: ',' }] } } } }
        `}]},create:e=>({attribute:H([`control_type`],(t,n)=>{if(!(t.isInput||t.isConfig||t.isConnection))return;let r=t.text(`control_type`);if(r===null||Gd(r)!==`multiselect`||!t.uses.every(e=>e.closed&&!e.has(`delimiter`)))return;let i=Fi(t.node,`delimiter: ','`,e.source),a={title:`Separate the values with commas`,edits:i};e.report(`missing`,n,[],i.length>0?{fix:a}:{})})})}),Ty=z({id:`structure/oauth2-incomplete`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives an OAuth 2.0 authorization the addresses and credentials it needs.`,why:`Without them no code can be obtained, or exchanged for a token.`,remedy:"Add `authorization_url:`, `token_url:` or `acquire:`, `client_id:` and `client_secret:`.",sources:[X.authorization]},messages:{url:()=>"The `oauth2` authorization lacks its `authorization_url`.",token:()=>"The `oauth2` authorization has neither `token_url` nor `acquire`.",client:e=>`The \`oauth2\` authorization has no \`${e}\`.`},examples:{bad:[{name:`only a client`,source:U`
          { connection: { authorization: { type: 'oauth2', client_id: 'x', client_secret: ->(c) { c['secret'] } } } }
                          ^^^^^^^^^^^^^^ url
                          ^^^^^^^^^^^^^^ token
        `},{name:`no client`,source:U`
          { connection: { authorization: { type: 'oauth2', authorization_url: -> { 'u' }, token_url: -> { 't' } } } }
                          ^^^^^^^^^^^^^^ client
                          ^^^^^^^^^^^^^^ client
        `}],good:[{name:`a client in the address`,source:U`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: ->(c) { "https://acme.com/authorize?client_id=#{c['client_id']}" },
                token_url: ->(c) { "https://acme.com/token?client_secret=#{c['client_secret']}" }
              }
            }
          }
        `},{name:`a client in the connection fields`,source:U`
          {
            connection: {
              fields: [{ name: 'client_id' }, { name: 'client_secret', control_type: 'password' }],
              authorization: {
                type: 'oauth2',
                authorization_url: -> { 'https://acme.com/authorize' },
                token_url: -> { 'https://acme.com/token' }
              }
            }
          }
        `},{name:`a type of its own`,source:U`
          { connection: { authorization: { type: 'oauth2_client_credentials', acquire: ->(c) { call('token', c) } } } }
        `},{name:`all of it`,source:U`
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
        `}]},create:e=>({authorization(t){if(!t.closed||!/^oauth2$/i.test(t.type??``))return;let n=t.has(`acquire`);if(t.has(`authorization_url`)||e.report(`url`,t,[],n?{severity:`warning`}:{}),n)return;t.has(`token_url`)||e.report(`token`,t,[]);let r=t.has(`pkce`)?[`client_id`]:[`client_id`,`client_secret`];for(let n of r)t.has(n)||Ey(e.source,n)||e.report(`client`,t,[n],{severity:`warning`})}})});function Ey(e,t){let n=e.slice({start:0,end:e.bytes.length});return n.includes(t)||n.includes(t.replace(`_i`,`I`).replace(`_s`,`S`))}const Dy=/refresh_?token|refresh_on|expires?_?(?:in|at)|offline/iu,Oy=z({id:`structure/oauth2-no-refresh`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Can renew the tokens of OAuth 2.0.`,why:`When the first token expires, users are disconnected and their recipes stop.`,remedy:"Add `refresh:` with a lambda that exchanges the refresh token, or `token_url:`. Nothing is needed where the application's tokens never expire.",sources:[X.authorization,X.bestPractices,X.gem]},messages:{missing:()=>"The `oauth2` authorization has an `acquire`, but neither `refresh` nor `token_url`."},examples:{bad:[{name:`an acquire alone`,source:U`
          { connection: { authorization: { type: 'oauth2', acquire: ->(c, code) { post('/token', code: code) } } } }
                                                           ^^^^^^^^ missing
        `},{name:`a refresh token that nobody uses`,source:U`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                acquire: lambda do |_connection, code|
                ^^^^^^^^ missing
                  tokens = post('/token', code: code)
                  [{ access_token: tokens['access_token'], refresh_token: tokens['refresh_token'] }, nil, nil]
                end
              }
            }
          }
        `}],good:[{name:`a refresh`,source:U`
          { connection: { authorization: { type: 'oauth2', acquire: ->(c) { [] }, refresh: ->(c, token) { {} } } } }
        `}]},create:e=>({authorization(t){if(!t.closed||!/oauth2/i.test(t.type??``))return;let n=t.get(`acquire`);if(!n||t.has(`refresh`)||t.has(`token_url`))return;let{start:r}=t.span,i=t.hash?.node?C(t.hash.node).end:r,a=Dy.test(e.source.slice({start:r,end:i}));e.report(`missing`,n,[],a?{}:{severity:`notice`})}})});function ky({owner:e,key:t}){return e===`objectDefinition`?t===`fields`?2:-1:(t===`input_fields`||t===`output_fields`||t===`config_fields`)&&(e===`action`||e===`trigger`)?0:-1}const Ay=new Set([`[]`,`dig`,`fetch`,`values_at`]);function jy(e){let{node:t,lambda:n}=e,r=t.receiver;if(!n||!(r instanceof y))return null;let i=ky(n),{required:a,optional:o}=n.parameters;if(i===-1||[...a,...o][i]!==r.name)return null;let s=0;for(let t=e.scope;t;t=t.parent)s++;if(s!==r.depth+2)return null;let c=w(t);return t.name===`fetch`&&(c.length>1||t.block!==null)?null:{lambda:n,call:t,variable:r,isInBlock:e.blocks!==null,names:t.name===`values_at`?c:c.slice(0,1)}}const My=[_e,ge,Gt,Ut,Mt,Nt,Ee,le,st,we,Te,pe,me,Ge,qe,ct,ut];function Ny(e){let t=new Set,n=e.body?[[e.body,!0]]:[];for(let e=n.pop();e;e=n.pop()){let[r,i]=e;if(r instanceof It||r instanceof _t)return new Set;i&&r instanceof y&&t.add(r);let a=Py(r),o=a!==null||My.includes(r.constructor);for(let e of T(r))n.push([e,i&&(!o||e===a)])}return t}function Py(e){return e instanceof ne||e instanceof Ct?e.left:e instanceof _?e.isSafeNavigation()?e.receiver:null:e instanceof He||e instanceof Ht||e instanceof _e?e.predicate:null}function Fy(){let e=[],t=new Map,n=({node:e,lambda:n})=>{if(!n)return;let r=t.get(n.value.node);r?r.add(e.name):t.set(n.value.node,new Set([e.name]))};return{listeners:[V(Ay,t=>{let n=jy(t);n&&e.push(n)}),B(b,n),B(dt,n),B(lt,n),B(ut,n),B(ct,n)],all:()=>e.filter(({lambda:e,variable:n})=>!t.get(e.value.node)?.has(n.name))}}const Iy=z({id:`structure/object-definition-cycle`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Builds object definitions without going in a circle.`,why:`Definitions that need each other never come to an end, and raise an exception.`,remedy:`Move the fields that both need into a third definition.`,sources:[X.objectDefinitions,X.gem]},messages:{cycle:e=>`The object definitions need each other in a circle: ${e}.`,self:e=>`Object definition \`${e}\` needs itself.`},examples:{bad:[{name:`two that need each other`,source:U`
          {
            object_definitions: {
              order: { fields: ->(_c, _f, od) { [{ name: 'customer', type: 'object', properties: od['customer'] }] } },
              ^^^^^^ cycle
              customer: { fields: ->(_c, _f, od) { [{ name: 'orders', type: 'array', properties: od['order'] }] } }
            }
          }
        `},{name:`one that needs itself`,source:U`
          { object_definitions: { node: { fields: ->(_c, _f, od) { [{ name: 'id' }] + od['node'] } } } }
                                  ^^^^^ self
        `}],good:[{name:`a circle that a condition ends`,source:U`
          {
            object_definitions: {
              order: { fields: ->(_c, f, od) { f['deep'] ? od['customer'] : [{ name: 'id' }] } },
              customer: { fields: ->(_c, _f, od) { od['order'] } }
            }
          }
        `},{name:`a circle that is only there for want of anything else`,source:U`
          {
            object_definitions: {
              order: { fields: ->(_c, f, od) { fields = f['fields']; fields ||= od['order']; fields } },
              line: { fields: ->(_c, _f, od) { begin; get('/line')['fields']; rescue; od['line']; end } },
              customer: { fields: ->(_c, f, od) { f['fields']&.concat(od['customer']) || [] } },
              item: { fields: ->(_c, f, od) { fields = f['fields']; fields &&= od['item']; fields || [] } },
              sum: { fields: ->(_c, _f, od) { od = od.merge('sum' => []); od['sum'] } },
              tax: { fields: ->(_c, _f, od) { defined?(od['tax']) ? [] : [] } },
              unit: { fields: ->(_c, _f, od) { begin; get('/unit'); rescue; []; else; od['unit']; end } }
            }
          }
        `}]},create:e=>{let t=new Map,n=e.shared(Fy);return{node:n.listeners,end(){for(let{lambda:r,call:i,isInBlock:a,variable:o,names:s}of n.all()){if(r.owner!==`objectDefinition`||i.name===`fetch`||a)continue;let n=I(s[0]&&e.connector.evaluate(s[0]));if(n===null)continue;let c=t.get(r.ownerName)??new Map;W(c,n,o),t.set(r.ownerName,c)}let o=new Set([...t.keys()].filter(e=>i(e,e)));for(let t of o)r(t,e.connector.objectDefinitions.get(t));let s=new Set;for(let{name:t,...n}of e.connector.objectDefinitions.entries){if(!o.has(t)||s.has(t)||!i(t,t))continue;let r=a(t);for(let e of r)s.add(e);r.length===1?e.report(`self`,n,[t]):e.report(`cycle`,n,[[...r,t].map(e=>`\`${e}\``).join(` → `)])}}};function r(e,n){let r=n?.lambda(`fields`),i=t.get(e);if(!r||!i)return;let a=Ny(qt(r.value.node));for(let[e,t]of i)t.some(e=>a.has(e))||i.delete(e)}function i(e,n){let r=new Set,i=[...t.get(e)?.keys()??[]];for(let e=i.pop();e!==void 0;e=i.pop()){if(e===n)return!0;r.has(e)||(r.add(e),i.push(...t.get(e)?.keys()??[]))}return!1}function a(e){let n=[e];for(let r=e;;){let a=[...t.get(r)?.keys()??[]].find(t=>t===e||!n.includes(t)&&i(t,e));if(a===void 0||a===e)return n;n.push(a),r=a}}}}),Ly=z({id:`structure/object-definition-shape`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Makes each object definition a hash with a `fields` lambda.",why:"A definition is looked up through `fields`; without it the lookup raises an exception.",remedy:"Write the definition as `{ fields: lambda { |connection, config_fields, object_definitions| [...] } }`.",sources:[X.objectDefinitions,X.gem]},messages:{fields:e=>`Object definition \`${e}\` has no \`fields\`.`,bare:e=>`Object definition \`${e}\` is not a hash with \`fields\`.`},examples:{bad:[{name:`a bare lambda`,source:U`
          { object_definitions: { invoice: ->(c, f, od) { [] } } }
                                  ^^^^^^^^ bare
        `},{name:`a hash without fields`,source:U`
          { object_definitions: { invoice: { field: ->(c, f, od) { [] } } } }
                                  ^^^^^^^^ fields
        `}],good:[{name:`fields`,source:U`{ object_definitions: { invoice: { fields: ->(c, f, od) { [] } } } }`},{name:`a definition from elsewhere`,source:U`{ object_definitions: { invoice: shared } }`}]},create:e=>({end(){let{objectDefinitions:t,facts:n}=e.connector,{property:r}=t;if(!r)return;let i=ba(r.value,r.path,r.span);for(let t of i.keys){let r=i.get(t),{kind:a}=r.value,o=ba(r.value,r.path,r.span),s=n.textCounts.has(t)&&a!==`lambda`?{}:{severity:`warning`};o.hash?o.closed&&!o.has(`fields`)&&e.report(`fields`,r,[t],s):Ry(a)&&e.report(`bare`,r,[t],s)}}})});function Ry(e){return[`lambda`,`array`,`string`,`symbol`,`number`,`boolean`].includes(e)}const zy=[`extends_schema`,`schema_neutral`,`pick_list`,`sample_data_type`],By=z({id:`structure/object-without-properties`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lists the properties of objects, and of the items of arrays of objects.`,why:`Without them the group shows no inputs, and offers no datapills.`,remedy:"Add `properties:` with the nested fields.",sources:[X.schema]},messages:{missing:()=>"The field is an object, but has no `properties`.",items:()=>"The field is an array of objects, but has no `properties`.",empty:()=>"The field's `properties` are empty."},examples:{bad:[{name:`an object and an array without properties`,source:U`
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
        `},{name:`no properties`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', type: 'object', properties: [] }] } } } }
                                                                                       ^^^^^^^^^^^ empty
        `}],good:[{name:`properties from a definition`,source:U`
          {
            actions: {
              a: { output_fields: ->(od) { [{ name: 'owner', type: 'object', properties: od['user'] }] } }
            },
            object_definitions: { user: { fields: ->(_c, _f) { [{ name: 'id' }] } } }
          }
        `}]},create:e=>({attribute:H([`type`],(t,n)=>{let r=I(n.value);if(r!==`object`&&r!==`array`||!Vy(t)||!t.uses.every(e=>e.closed&&Vy(e))||t.text(`control_type`)!==null||zy.some(e=>t.has(e)))return;let i=t.get(`properties`);if(i)t.uses.every(e=>L(e.value(`properties`))?.length===0)&&e.report(`empty`,i,[]);else{if(t.uses.some(e=>e.has(`properties`)))return;e.report(t.text(`type`)===`array`?`items`:`missing`,n,[])}})})});function Vy(e){let t=e.text(`type`);return t===`object`||t===`array`&&e.text(`of`)===`object`}const Hy=new Set([`config_fields`,`description`,`help`,`sample_output`,`subtitle`,`title`,`webhook_url_help`]),Uy=z({id:`structure/parameter-order`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Takes the arguments of the platform in their order.`,why:`The platform passes arguments by position, so a parameter in another place gets another value than its name says.`,remedy:`Put the parameters into the documented order; one that is not needed can start with an underscore.`,sources:[X.actions,X.triggers,X.connection]},messages:{order:(e,t,n)=>`Parameter \`${t}\` of \`${e}\` gets the argument \`${n}\`.`},examples:{bad:[{name:`an execute with its parameters swapped`,source:U`
          { actions: { ping: { execute: lambda { |input, connection| get('/ping', input) } } } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ order
        `}],good:[{name:`the documented order, with names of its own`,source:U`
          { actions: { ping: { execute: lambda { |_connection, data| get('/ping', data) } } } }
        `},{name:`a parameter that nothing reads, and one after a splat`,source:U`
          {
            actions: { ping: { output_fields: lambda { |object_definitions, config_fields| object_definitions['ping'] } } },
            triggers: { pings: { poll: lambda { |connection, *_rest, closure| get('/pings', after: closure) } } }
          }
        `}]},create:e=>({lambda(t){let{owner:n,key:r,parameters:i,value:a}=t,o=Wy(n)&&Hy.has(r)?null:zp(t);if(o)for(let[n,s]of rr(i).entries()){let i=o[n];if(!i||!s||s.startsWith(`_`))continue;let c=o.indexOf(s);if(c===-1||c===n)continue;let l=qt(a.node);if(Yt(l)?.posts.length===0&&Gy(l,s)){e.report(`order`,t,[r,s,i]);return}}}})});function Wy(e){return e===`action`||e===`trigger`}function Gy(e,t){return e.body!==null&&Xt(e.body).some(e=>en(e,t))}const Ky=z({id:`structure/pick-list-format`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Writes the options of a list as pairs of label and value.`,why:`Options of another shape are not shown.`,remedy:"Write each option as `['Label', 'value']`.",sources:[X.pickLists]},messages:{scalar:()=>`The option is a single value, not a pair of label and value.`,short:()=>`The option has fewer members than a pair of label and value.`,hash:()=>`The option is a hash, not a pair of label and value.`},examples:{bad:[{name:`single values`,source:U`
          { pick_lists: { states: lambda { |_c| ['open', 'on_hold'] } } }
                                                 ^^^^^^ scalar
        `,fixed:U`
          { pick_lists: { states: lambda { |_c| [['Open', 'open'], ['On hold', 'on_hold']] } } }
        `},{name:`hashes in place`,source:U`
          { connection: { fields: [{ name: 'env', control_type: 'select', options: [{ label: 'A', value: 'a' }] }] } }
                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
        `},{name:`a value without a label`,source:U`
          { pick_lists: { states: [['open'], ['Closed', 'closed']] } }
                                   ^^^^^^^^ short
        `}],good:[{name:`pairs, and what is only known when it runs`,source:U`
          {
            pick_lists: {
              states: lambda { |_c| [%w[Open open], ['Closed', 'closed'], ['New', nil]] },
              users: lambda { |_c| get('/users').pluck('name', 'id') }
            }
          }
        `},{name:`options of the connector's own in an action`,source:U`
          { actions: { a: { output_fields: lambda { [{ name: 'kind', options: ['open', 'closed'] }] } } } }
        `}]},create:e=>{return{pickList(e){t(e.options,e)},attribute:H([`pick_list`,`options`],(e,n)=>{(n.key===`pick_list`||e.isConnection)&&t(n.value,n)})};function t(t,n){for(let r of R(t)){if(r.kind!==`array`)continue;let t=qy(r);if(!t)continue;let i=t.value.node?C(t.value.node):n.span,a=Jy(r),o={title:`Give each value a label`,edits:a};e.report(t.message,{span:i,path:n.path},[],a.length>0?{fix:o}:{})}}}});function qy(e){for(let{value:t}of e.items){if(t.kind===`hash`)return{value:t,message:`hash`};if(t.kind===`string`||t.kind===`symbol`||t.kind===`number`)return{value:t,message:`scalar`};if(t.kind===`array`&&!t.open&&t.items.length<2)return{value:t,message:`short`}}return null}function Jy(e){if(!(e.node instanceof ie)||e.open)return[];let t=[];for(let{value:n,conditional:r}of e.items){if(n.kind!==`string`||r||!/^\w[\w -]*$/.test(n.text))return[];let e=n.text.replaceAll(/[_-]+/g,` `).trim();t.push(`['${e.charAt(0).toUpperCase()}${e.slice(1)}', '${n.text}']`)}return[{span:C(e.node),text:`[${t.join(`, `)}]`}]}const Yy=z({id:`structure/pick-list-params`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Passes to a dependent pick list just the keywords that its lambda takes.`,why:`A missing or surplus keyword raises an exception, and the menu stays empty.`,remedy:"Let the keys of `pick_list_params` and the keywords of the list's lambda be the same.",sources:[X.pickLists,X.gem]},messages:{missing:(e,t)=>`Pick list \`${e}\` needs the parameter \`${t}\`, which the field does not pass.`,surplus:(e,t)=>`Pick list \`${e}\` has no keyword \`${t}:\` for the parameter that the field passes.`,ignored:e=>`Pick list \`${e}\` takes the connection only, so the parameters of the field have no effect.`},examples:{bad:[{name:`a keyword of another name`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'state', control_type: 'select', pick_list: 'states', pick_list_params: { country: 'country' } }]
                                                                                 ^^^^^^^^^^^^^^^^^ missing
                                                                                                     ^^^^^^^^ surplus
                }
              }
            },
            pick_lists: { states: lambda { |connection, region:| [] } }
          }
        `},{name:`parameters for a list that takes none`,source:U`
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
        `},{name:`no parameters for a list that needs one`,source:U`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 'state', pick_list: 'states' }] } } },
                                                                      ^^^^^^^^^^ missing
            pick_lists: { states: lambda { |connection, country:| [] } }
          }
        `}],good:[{name:`the same names, also where others are optional`,source:U`
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
        `},{name:`parameters that an action adds to a shared field`,source:U`
          {
            actions: {
              a: { input_fields: ->(od) { od['place'].map { |f| f.merge('pick_list_params' => { country: 'country' }) } } }
            },
            object_definitions: {
              place: { fields: ->(_c, _f) { [{ name: 'state', control_type: 'select', pick_list: 'states' }] } }
            },
            pick_lists: { states: lambda { |connection, country:| [] } }
          }
        `},{name:`a text field, which shows no list, and a tree, which passes parameters of its own`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [
                    { name: 'state', control_type: 'text', pick_list: 'states' },
                    { name: 'folder', control_type: 'tree', pick_list: 'folders', pick_list_params: { drive: 'drive' } }
                  ]
                }
              }
            },
            pick_lists: {
              states: lambda { |connection, country:| [] },
              folders: lambda { |connection, __parent_id: nil| [] }
            }
          }
        `}]},create:e=>({attribute:H([`pick_list`],(t,n)=>{if(!(t.isInput||t.isConfig)||!t.uses.every(e=>e.closed))return;let{pickLists:r}=e.connector,i=t.text(`pick_list`),a=i!==null&&r.closed?r.get(i):void 0;if(i===null||!a?.lambda?.value.strict)return;let{parameters:o}=a.lambda,s=Xy(t);if(!s||!t.uses.every(e=>Qy(e,i)&&Zy(Xy(e),s)))return;let c=t.get(`pick_list_params`),l=$y(t)===`tree`,u=$y(t)===null?{severity:`warning`}:{};if(c&&s.length>0&&eb(o))e.report(`ignored`,c,[i],{severity:`notice`});else if(tb(o)){for(let t of o.requiredKeywords)s.includes(t)||l&&t===`__parent_id`||e.report(`missing`,c??n,[i,t],u);if(!(o.keywordRest||c?.value.kind!==`hash`||l))for(let t of nb(o,s)){let n=Ca(c.value.entries.get(t),c.path,c.span);e.report(`surplus`,n,[i,t],u)}}})})});function Xy(e){let t=e.value(`pick_list_params`);return t?t.kind===`hash`&&Sa(t)?[...t.entries.keys()]:null:[]}function Zy(e,t){return e?.length===t.length&&e.every(e=>t.includes(e))}function Qy(e,t){if(e.text(`pick_list`)!==t)return!1;let n=$y(e);return n===null?!e.has(`control_type`):Wd.get(n)?.includes(`pick_list`)===!0}function $y(e){let t=e.text(`control_type`);return t&&Gd(t)}function eb({required:e,optional:t,rest:n,...r}){return e.length+t.length===1&&!n&&!tb(r)}function tb({requiredKeywords:e,optionalKeywords:t,keywordRest:n}){return e.length>0||t.length>0||n}function nb(e,t){let n=new Set([...e.requiredKeywords,...e.optionalKeywords]);return t.filter(e=>!n.has(e))}const rb=z({id:`structure/pick-list-params-field`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Takes the parameters of a dependent pick list from fields that there are.`,why:`From a field that is not there the list always gets nothing.`,remedy:`Name a field of the same operation as the value of the parameter.`,sources:[X.pickLists]},messages:{missing:(e,t)=>`The parameter \`${e}\` comes from the field \`${t}\`, which the operation does not have.`},examples:{bad:[{name:`a field of another name`,source:U`
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
        `}],good:[{name:`a field beside, around, inside, or among the configuration`,source:U`
          {
            actions: {
              a: {
                config_fields: [{ name: 'object' }],
                input_fields: ->(_od) {
                  [
                    { name: 'team', type: 'object', properties: [
                      { name: 'user', pick_list: 'users', pick_list_params: { object: 'object', team: 'team', id: 'id' } }
                    ] },
                    { name: 'id' },
                    { name: 'role', pick_list: 'roles', pick_list_params: { user: 'user' } }
                  ]
                }
              }
            }
          }
        `},{name:`the name of a toggle, and a tree, which passes parameters of its own`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [
                    { name: 'team', toggle_hint: 'Select', toggle_field: { name: 'team_id', type: 'string' } },
                    { name: 'user', pick_list: 'users', pick_list_params: { team: 'team_id' } },
                    { name: 'folder', control_type: 'tree', pick_list: 'folders', pick_list_params: { parent: 'parent' } }
                  ]
                }
              }
            }
          }
        `}]},create:e=>({attribute:H([`pick_list_params`],(t,n)=>{if(n.value.kind!==`hash`||Gd(t.text(`control_type`)??``)===`tree`)return;let r=t.uses.filter(e=>e.list.role===`input`||e.list.role===`config`);if(r.length!==0&&r.length===t.uses.filter(e=>e.list.role!==`definition`).length)for(let t of n.value.entries.values()){let i=I(t.value);i&&/^\w+$/.test(i)&&r.every(t=>ib(i,t,e.connector.operations))&&e.report(`missing`,Ca(t,n.path,n.span),[_n(t),i])}})})});function ib(e,t,n){let r=t.list;for(;r.parent;)r=r.parent.list;let i=n.find(({path:e})=>r.path.startsWith(`${e}.`));return i?[i.configFields,i.inputFields].every(t=>!t.exists||Iv(t).every(t=>ab(t,e))):!1}function ab(e,t){return e.closed&&e.fields.every(e=>ob(e,t))}function ob(e,t){return(e.has(`toggle_field`)?[e,e.toggle]:[e]).every(e=>e!==void 0&&e.name!==null&&e.name!==t)}const sb=z({id:`structure/poll-forever`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Comes to an end with polling.`,why:"With `can_poll_more: true` on every way the trigger polls without a pause, and is throttled.",remedy:"Set `can_poll_more` to whether there is another page, such as `records.size >= limit`.",sources:[X.triggerLimits,X.bestPractices]},messages:{always:()=>"`poll` always says `can_poll_more: true`."},examples:{bad:[{name:`always true`,source:U`
          { triggers: { a: { poll: ->(_c, _i, _last) { { events: get('/leads'), can_poll_more: true } } } } }
                                                                                ^^^^^^^^^^^^^^ always
        `}],good:[{name:`true on one way only, or worked out`,source:U`
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
        `},{name:`stopped by a lambda that a call gets as its block`,source:U`
          {
            triggers: {
              a: {
                poll: lambda do |_c, _i, _last|
                  more = true
                  stop = lambda { |item| more = false if item }
                  get('/x')['a'].each(&stop)
                  { events: [], can_poll_more: more }
                end
              },
              b: {
                poll: lambda do |_c, _i, _last|
                  more = true
                  stop = lambda { |_code, _body, _headers, _message| more = false }
                  events = get('/x').after_error_response(404, &stop)
                  { events: events, can_poll_more: more }
                end
              }
            }
          }
        `}]},create:e=>({trigger(t){let n=t.lambda(`poll`);if(!n)return;let r=R(n.result());if(!r.every(cb))return;let i=r[0]?.kind===`hash`?r[0].entries.get(`can_poll_more`)?.keyNode:null;e.report(`always`,{span:i?C(i):n.span,path:n.path},[])}})});function cb(e){if(e.kind!==`hash`||!Sa(e))return!1;let t=e.entries.get(`can_poll_more`)?.value;return t?.kind===`boolean`&&t.boolean}const lb=[`events`,`next_poll`,`can_poll_more`],ub=z({id:`structure/poll-output`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Returns a hash with `events` from `poll`.",why:`Anything but a hash is rejected, and without events there are never jobs.`,remedy:"End `poll` with `{ events: records, next_poll: closure, can_poll_more: more }`.",sources:[X.triggers,X.gem]},messages:{kind:e=>`\`poll\` returns ${e}, not a hash with \`events\`.`,slip:(e,t)=>`\`poll\` returns \`${e}\`, which nobody reads; the nearest is \`${t}\`.`,events:()=>"The hash that `poll` returns has no `events`."},examples:{bad:[{name:`an array`,source:U`
          { triggers: { a: { poll: ->(_c, _i, _last) { [get('/leads')] } } } }
                                                       ^^^^^^^^^^^^^^^ kind
        `},{name:`a list made of what the API gave`,source:U`
          {
            triggers: {
              a: { poll: ->(_c, _i, last) { get('/leads', after: last)['leads'].map { |lead| lead.compact } } }
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ kind
            }
          }
        `},{name:`a hash without events on one of the ways`,source:U`
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
        `},{name:`events under another name`,source:U`
          { triggers: { a: { poll: ->(_c, _i, _last) { { event: get('/leads'), next_poll: 1 } } } } }
                                                         ^^^^^^ slip
        `},{name:`a key that is misspelt`,source:U`
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
        `}],good:[{name:`a hash with events, also by way of a method`,source:U`
          {
            triggers: {
              a: { poll: ->(_c, _i, _last) { { 'events' => get('/leads'), next_poll: 1 } } },
              b: { poll: ->(_c, _i, _last) { call('page') } },
              c: { poll: ->(_c, _i, _last) { get('/leads') } }
            },
            methods: { page: -> { { events: [] } } }
          }
        `},{name:`no events on one of the ways`,source:U`
          {
            triggers: {
              a: {
                poll: lambda do |_connection, _input, closure|
                  next { can_poll_more: false } if closure == 'done'
                  leads = get('/leads', after: closure)
                  leads.present? ? { events: leads, next_poll: leads.last['id'] } : { next_poll: closure }
                end
              },
              b: { poll: ->(_c, i, _last) { i['since'] ? { events: get('/leads') } : {} } }
            }
          }
        `}]},create:e=>({trigger(t){let n=t.lambda(`poll`);if(!n)return;let r=R(n.result()),i=r.some(fb)?`warning`:`error`;for(let t of r){let a={span:t.node?C(t.node):n.span,path:n.path};if(t.kind===`hash`){let r=[...t.entries.values()],o=!fb(t)&&(i===`error`||r.some(db)),s=!1;for(let{key:a,keyNode:c}of r.filter(db)){let r=Cl(a,lb);r&&c&&!t.entries.has(r)&&(s||=r===`events`,e.report(`slip`,{span:C(c),path:n.path},[a,r],{severity:r===`events`&&o?i:`warning`}))}o&&!s&&e.report(`events`,a,[],{severity:i})}else t.kind===`array`?e.report(`kind`,a,[`an array`]):t.kind===`unknown`&&r.length===1&&am(t.node)?e.report(`kind`,a,[`an array`],{severity:`warning`}):(t.kind===`string`||t.kind===`number`)&&e.report(`kind`,a,[`a ${t.kind}`])}}})});function db({key:e}){return!lb.includes(e)}function fb(e){return e.kind===`hash`?e.entries.has(`events`)||!Sa(e):e.kind===`unknown`}const pb=new Set([...Hd].filter(e=>e!==`object`&&e!==`array`)),mb=new Set([`key_value`,`schema-designer`]),hb=z({id:`structure/properties-on-scalar`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Gives properties only to objects, and to arrays of objects.`,why:`On a field of any other type they are ignored.`,remedy:`Make the field an object, or an array of objects, or remove the properties.`,sources:[X.schema,X.gem]},messages:{type:e=>`The field has \`properties\`, but its type is \`${e}\`.`,of:e=>`The field has \`properties\`, but is an array of \`${e}\`.`,untyped:()=>"The field has `properties`, but no `type`."},examples:{bad:[{name:`no type`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', properties: [{ name: 'id' }] }] } } } }
                                                                       ^^^^^^^^^^^ untyped
        `,fixed:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', properties: [{ name: 'id' }], type: 'object' }] } } } }
        `},{name:`a string, and an array of strings`,source:U`
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
        `}],good:[{name:`an object`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'o', type: :object, properties: [{ name: 'id' }] }] } } } }
        `},{name:`a control that has properties by itself`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'headers', control_type: 'key_value', properties: [{ name: 'key' }, { name: 'value' }] }]
                }
              }
            }
          }
        `},{name:`a field that the action makes an object`,source:U`
          {
            actions: { a: { output_fields: ->(od) { od['x'].map { |f| f.merge('type' => 'object') } } } },
            object_definitions: {
              x: { fields: ->(_c, _f) { [{ name: 'o', type: 'string', properties: [{ name: 'id' }] }] } }
            }
          }
        `}]},create:e=>({attribute:H([`properties`],(t,n)=>{if(!t.uses.every(gb))return;let r=t.text(`type`);if(r===null){if(t.isToggle)return;let r=Fi(t.node,t.has(`of`)?`type: 'array'`:`type: 'object'`,e.source),i={title:`Make the field an object`,edits:r};e.report(`untyped`,n,[],r.length>0?{fix:i}:{})}else r===`array`?e.report(`of`,n,[t.text(`of`)]):e.report(`type`,n,[r])})})});function gb(e){let t=e.value(`properties`);if(!e.closed||!t||t.kind===`nil`||L(t)?.length===0)return!1;let n=Gd(e.text(`control_type`)??``);if(e.has(`control_type`)&&(!Ud.has(n)||mb.has(n)))return!1;let r=e.text(e.text(`type`)===`array`?`of`:`type`);return r===null?!e.has(`type`):pb.has(r)}const _b=z({id:`structure/reinvoke-arguments`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Passes `seconds:` and `continue:` to `reinvoke_after`.",why:`Both keywords are mandatory; without one of them the call raises an exception.`,remedy:"Write `reinvoke_after(seconds: 60, continue: { ... })`.",sources:[X.multistepActions,X.gem]},messages:{missing:e=>`\`reinvoke_after\` lacks \`${e}:\`.`,trigger:()=>"`reinvoke_after` is for actions, and a trigger has nothing to go on with.",positional:()=>"`reinvoke_after` takes keywords only.",short:e=>`\`reinvoke_after\` waits at least 60 seconds, not ${e}.`},examples:{bad:[{name:`no continue`,source:U`
          { actions: { a: { execute: ->(_c, _i, _eis, _eos, _continue) { reinvoke_after(seconds: 60) } } } }
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
        `},{name:`positional arguments, and a short time`,source:U`
          {
            actions: {
              a: { execute: ->(_c, _i) { reinvoke_after(60, { step: 1 }) } },
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ positional
              b: { execute: ->(_c, _i) { reinvoke_after(seconds: 5, continue: {}) } }
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ short
            }
          }
        `},{name:`a wait in a trigger`,source:U`
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
        `}],good:[{name:`both keywords`,source:U`
          { actions: { a: { execute: ->(_c, _i) { reinvoke_after(seconds: 60, continue: { step: 1 }) } } } }
        `},{name:`keywords from elsewhere`,source:U`
          {
            actions: {
              a: { execute: ->(_c, _i) { reinvoke_after(**all) } },
              b: { execute: ->(_c, i) { reinvoke_after(*i['wait'], continue: {}) } },
              c: { execute: ->(_c, i) { reinvoke_after({ seconds: 60, continue: {} }) } }
            }
          }
        `}]},create:e=>({bareCall:{reinvoke_after({node:t,lambda:n}){let r=w(t),[i]=r,a={span:C(t),path:n?.path??null};if(n?.owner===`trigger`&&e.report(`trigger`,a,[],{severity:`warning`}),r.some(e=>e instanceof zt))return;if(r.length>1){e.report(`positional`,a,[]);return}if(i&&!(i instanceof ot))return;let o=vb(i?.elements??[]);if(!o)return;for(let t of[`seconds`,`continue`])o.has(t)||e.report(`missing`,a,[t]);let s=o.get(`seconds`);s instanceof tt&&s.value<60&&e.report(`short`,a,[s.value],{severity:`notice`})}}})});function vb(e){let t=new Map;for(let n of e){if(!(n instanceof g&&n.key instanceof S))return null;t.set(n.key.unescaped,n.value)}return t}const yb=z({id:`structure/root-hash`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Ends with the connector's hash.`,why:`The value of the file is the connector; anything else cannot be loaded.`,remedy:"Let the hash with `title`, `connection`, `actions` and so on be the last expression of the file.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference.html`]},messages:{empty:()=>`The file has no code, so there is no connector.`,other:e=>`The file ends with ${e}, not with the hash of a connector.`,unknown:()=>`What the file comes to cannot be told without running it, so nothing in it was checked; end it with a hash literal.`},examples:{bad:[{name:`no code`,source:`# To be written.
`,reports:[`empty`]},{name:`something after the hash`,source:U`
          { title: 'Acme' }
          nil
          ^^^ other
        `},{name:`a hash that only running the code would give`,source:U`
          build_connector('Acme')
          ^^^^^^^^^^^^^^^^^^^^^^^ unknown
        `}],good:[{name:`a hash`,source:U`{ title: 'Acme', connection: {} }`},{name:`a hash with a name`,source:U`
          connector ||= { title: 'Acme', connection: {} }
        `},{name:`one of two hashes`,source:U`
          ENV['ACME_BETA'] ? { title: 'Acme (beta)', connection: {} } : { title: 'Acme', connection: {} }
        `},{name:`a constant before the hash`,source:U`
          VERSION = 'v2'
          { title: "Acme #{VERSION}", connection: {} }
        `}]},create:e=>({file({syntax:t,value:n}){if(!t||!n||n.kind===`hash`)return;let r=t.value.statements.body.at(-1);if(!r){e.report(`empty`,null,[]);return}let i={span:C(r),path:null},a=bb(n);a?e.report(`other`,i,[a]):e.report(`unknown`,i,[])}})});function bb(e){switch(e.kind){case`string`:case`template`:return`a string`;case`symbol`:return`a symbol`;case`number`:return`a number`;case`boolean`:case`nil`:return"`nil`, `true` or `false`";case`array`:return`an array`;case`lambda`:return`a lambda`;case`regexp`:return`a regular expression`;default:return null}}const xb=z({id:`structure/ruby-27-syntax`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Uses no syntax newer than Ruby 2.7.`,why:`The platform documents Ruby 2.7, in which newer syntax does not parse.`,remedy:"Write it as Ruby 2.7 does, such as `{ id: id }` for `{ id: }`.",sources:[X.ruby]},messages:{newer:(e,t)=>`The platform runs Ruby 2.7, but ${e} needs Ruby ${t}.`},examples:{bad:[{name:`hash values left out`,source:U`
          { methods: { pair: ->(id, name) { { id:, name: name } } } }
                                              ^^^ newer
        `,fixed:U`
          { methods: { pair: ->(id, name) { { id: id, name: name } } } }
        `},{name:`a block's own parameter, and a method without an end`,source:U`
          def twice(x) = x * 2
          ^^^^^^^^^^^^^^^^^^^^ newer
          { methods: { ids: ->(rows) { rows.map { it['id'] } } } }
                                                ^^^^^^^^^^^^ newer
        `}],good:[{name:`what Ruby 2.7 has`,source:U`
          { methods: { pair: ->(id, *rest) { { id: id, all: rest.map { _1['id'] }, last: [*rest] } } } }
        `},{name:`patterns as Ruby 2.7 has them`,source:U`
          {
            methods: {
              name: lambda do |row|
                case row
                in { name:, id: Integer => id } then "#{name} #{id}"
                in { name: } then name
                in [first, *] then first
                end
              end
            }
          }
        `}]},create:e=>{return{node:[B(Ue,({node:e,parent:t,lambda:r})=>{if(e.value instanceof dt)return;let i=t instanceof g&&t.key instanceof S?t.key:null,a=i?.unescaped,{end:o}=C(i??e),s=[{span:{start:o,end:o},text:` ${a}`}];n({node:e,lambda:r},`a hash value that is left out`,`3.1`,i?{fix:{title:`Write the value`,edits:s}}:{})}),B(pt,e=>n(e,"a pattern after `=>`",`3.0`)),B(Ae,e=>n(e,`a find pattern`,`3.0`)),B(Tt,e=>n(e,`a pinned expression`,`3.1`)),B(Et,e=>{e.node.variable instanceof y||n(e,`a pinned expression`,`3.1`)}),B(ft,e=>{let{node:t,parent:r}=e;Sb(t.pattern)?n(e,`a pattern without brackets`,`3.1`):Cb(t,r)&&n(e,"a pattern after `in` as a condition",`3.0`)}),B(ne,t),B(Ct,t),B(at,({parent:e,lambda:t})=>{e&&n({node:e,lambda:t},"the block parameter `it`",`3.4`)}),B(we,e=>{e.node.equalLoc&&n(e,"a method without `end`",`3.0`)}),B(zt,e=>{let{node:t,parent:r}=e,i=r instanceof re||r instanceof ie;t.expression===null&&i&&n(e,"passing on `*`",`3.2`)}),B(oe,e=>{e.node.value===null&&n(e,"passing on `**`",`3.2`)}),B(ue,e=>{e.node.name===null&&n(e,`a block without a name`,`3.1`)})]};function t(t){let{left:r,operatorLoc:i}=t.node,a=e.source.slice({start:r.end,end:i.start});/(?<!\\\r?)\n/u.test(a)&&n(t,`an operator at the start of a line`,`4.0`)}function n({node:t,lambda:n},r,i,a={}){e.report(`newer`,{span:C(t),path:n?.path??null},[r,i],a)}}});function Sb(e){return(e instanceof ae||e instanceof Ve)&&e.openingLoc===null}function Cb(e,t){return t?`predicate`in t&&t.predicate===e||`left`in t&&t.left===e:!1}const wb=z({id:`structure/schema-lambdas-missing`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives every action and trigger `input_fields` and `output_fields`.",why:`Without output fields a step offers no datapills, and without input fields nothing can be entered.`,remedy:`Add the lambda; one for an operation without inputs returns an empty array.`,sources:[X.actions,X.triggers]},messages:{missing:(e,t,n)=>`The ${e} \`${t}\` has no \`${n}\`.`},examples:{bad:[{name:`an action with nothing but an execute`,source:U`
          { actions: { ping: { execute: ->(_c, _i) { get('/ping') } } } }
                       ^^^^^ missing
                       ^^^^^ missing
        `}],good:[{name:`both`,source:U`
          {
            actions: {
              ping: { input_fields: ->(_od) { [] }, output_fields: ->(_od) { [] }, execute: ->(_c, _i) { {} } }
            }
          }
        `}]},create:e=>({operation(t){if(t.closed)for(let n of[`input_fields`,`output_fields`])t.has(n)||n===`input_fields`&&t.has(`config_fields`)||e.report(`missing`,t,[t.kind,t.name,n])}})}),Tb=new Set([`select`,`multiselect`,`tree`]),Eb=z({id:`structure/select-without-list`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives every select field a list to choose from.`,why:`Without one the user sees an empty menu, and cannot fill in the field.`,remedy:"Add `pick_list:`, or `options:` in connection fields.",sources:[X.schema]},messages:{missing:e=>`The field is a \`${e}\`, but has neither \`pick_list\` nor \`options\`.`},examples:{bad:[{name:`a select without a list`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: 'select' }] } } } }
                                                                  ^^^^^^^^^^^^^ missing
        `}],good:[{name:`a list`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: :select, pick_list: 'x' }] } } } }
        `},{name:`an output field, and a field that gets its list later`,source:U`
          {
            actions: {
              a: {
                output_fields: ->(_od) { [{ name: 's', control_type: 'select' }] },
                input_fields: ->(_od) { [{ name: 's', control_type: 'select' }.merge(pick_list: 'x')] }
              }
            }
          }
        `},{name:`a field that the action shows with another control`,source:U`
          {
            actions: { a: { input_fields: ->(od) { od['x'].map { |f| f.merge('control_type' => 'text') } } } },
            object_definitions: { x: { fields: ->(_c, _f) { [{ name: 's', control_type: 'select' }] } } }
          }
        `}]},create:e=>({attribute:H([`control_type`],(t,n)=>{if(!(t.isInput||t.isConfig||t.isConnection))return;let r=t.text(`control_type`);if(r===null||!t.uses.every(Db))return;let i=t.text(`type`)===`boolean`?{severity:`warning`}:{};e.report(`missing`,n,[r],i)})})});function Db(e){return Tb.has(Gd(e.text(`control_type`)??``))&&e.closed&&!e.has(`pick_list`)&&!e.has(`options`)}const Ob=z({id:`structure/subdomain-url`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives a subdomain field the `url` that follows it.",why:`The control shows the rest of the address after the input; without it users cannot tell what to enter.`,remedy:"Add `url:` with the rest of the address, such as `.acme.com`.",sources:[X.schema]},messages:{missing:()=>"The field is a `subdomain`, but has no `url`."},examples:{bad:[{name:`no url`,source:U`
          { connection: { fields: [{ name: 'host', control_type: 'subdomain' }] } }
                                                   ^^^^^^^^^^^^^ missing
        `}],good:[{name:`a url`,source:U`
          { connection: { fields: [{ name: 'host', control_type: 'subdomain', url: '.acme.com' }] } }
        `}]},create:e=>({attribute:H([`control_type`],(t,n)=>{if(!(t.isInput||t.isConfig||t.isConnection))return;let r=t.text(`control_type`);r!==null&&Gd(r)===`subdomain`&&t.uses.every(e=>e.closed&&!e.has(`url`))&&e.report(`missing`,n,[])})})}),kb=new Set([`void_expression`,`regexp_parse_error`,`unexpected_index_keywords`,`unexpected_index_block`,`invalid_yield`]),Ab=`expecting end-of-input`,jb=z({id:`structure/syntax-error`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Parses as Ruby.`,why:`A connector that does not parse can be neither saved nor run.`,remedy:"Correct the place that the parser points at; the cause is often a missing comma, `end` or quote just before it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{error:e=>`The file does not parse as Ruby: ${e}.`,newer:e=>`Newer Ruby does not parse the file, so that nothing in it could be looked at: ${e}.`,tooDeep:()=>`The file cannot be read: it nests brackets or blocks too deeply, or takes too much memory.`},examples:{bad:[{name:`a missing comma`,source:U`
          { title: 'Acme' connection: {} }
                          ^^^^^^^^^^ error
        `},{name:`a missing comma that makes all the rest look wrong`,source:U`
          {
            title: 'Acme',
            connection: {
              fields: []
            }
            test: lambda { |_connection| true },
            ^^^^ error
            actions: {},
            triggers: {}
          }
        `},{name:`what only Ruby 2.7 accepts`,source:U`
          { methods: { a: lambda { |hash| hash[id: 1] = 2 } } }
                                               ^^^^^ newer
        `},{name:`a hundred thousand brackets`,source:`{ title: ${`[`.repeat(1e5)}${`]`.repeat(1e5)} }`,reports:[`tooDeep`]}],good:[{name:`the comma in its place`,source:U`{ title: 'Acme', connection: {} }`}]},create:e=>({file({text:t,syntax:n}){t!==null&&n===null&&e.report(`tooDeep`,null,[]);let r=n?.errors??[],i=r.filter(e=>!Mb(e.type)),a=new Set;for(let t of i.length>0?i:r){let{span:n}=t,r=e.source.lineOf(n.start);if(a.has(r)||a.size>=10)continue;a.add(r);let i=kb.has(t.type)?`newer`:`error`,o=t.message.replace(Ab,`as if the connector had ended before it`);if(e.report(i,{span:n,path:null},[o]),t.message.endsWith(Ab))break}}})});function Mb(e){return e===`unexpected_token_ignore`||e.endsWith(`_term`)}const Nb=z({id:`structure/test-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has a `test` that verifies a connection.",why:`Without it nothing runs when a user presses Connect, so wrong credentials are only found in jobs.`,remedy:"Add `test:` to the root with a lambda that makes one small request.",sources:[X.test,X.gem]},messages:{missing:()=>"The connector has no `test`.",misplaced:()=>"`test` stands in `connection`; it belongs to the root of the connector."},examples:{bad:[{name:`no test`,source:U`
          { title: 'Acme', connection: { fields: [] } }
            ^^^^^^ missing
        `},{name:`a test inside of the connection`,source:U`
          { title: 'Acme', connection: { test: lambda { |_connection| get('/me') } } }
                                         ^^^^^ misplaced
        `}],good:[{name:`a test`,source:U`{ title: 'Acme', connection: {}, test: lambda { |_connection| get('/me') } }`},{name:`a test that may come from elsewhere`,source:U`{ title: 'Acme', connection: {}, **shared }`}]},create:e=>({connector({root:t,connection:n}){if(t.has(`test`)||!t.closed)return;let r=n.get(`test`);r?e.report(`misplaced`,r,[]):e.report(`missing`,Ta(t),[],{path:`test`})}})}),Pb=z({id:`structure/title-missing`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Has a title.`,why:`The title is the name under which users find the connector; without it somebody has to name each copy by hand.`,remedy:"Add `title:` with the name of the application.",sources:[X.reference]},messages:{missing:()=>"The connector has no `title`.",empty:()=>"The connector's `title` is empty."},examples:{bad:[{name:`no title`,source:U`
          { connection: {} }
            ^^^^^^^^^^^ missing
        `},{name:`an empty title`,source:U`
          { title: ' ', connection: {} }
            ^^^^^^ empty
        `}],good:[{name:`a title`,source:U`{ title: 'Acme', connection: {} }`}]},create:e=>({connector({root:t,title:n}){n?n.value.kind===`string`&&n.value.text.trim()===``&&e.report(`empty`,n,[]):t.closed&&e.report(`missing`,Ta(t),[],{path:`title`})}})}),Fb=z({id:`structure/toggle-incomplete`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:"Gives a field with `toggle_field` a `toggle_hint`, and the toggle a `name` and a `type`.",why:`The SDK rejects the whole schema when one of the three is missing.`,remedy:`Add what is missing; the toggle mostly has the name of its field.`,sources:[X.schema,X.gem]},messages:{hint:()=>"The field has a `toggle_field`, but no `toggle_hint`.",name:()=>"The `toggle_field` has no `name`.",type:()=>"The `toggle_field` has no `type`."},examples:{bad:[{name:`a toggle without a type, and no hint`,source:U`
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
        `},{name:`a toggle without a name`,source:U`
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
        `,fixed:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_hint: 'Select', toggle_field: { type: 'string', name: 'id' } }]
                }
              }
            }
          }
        `}],good:[{name:`all three`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_hint: 'Select', toggle_field: { name: 'id', type: 'string' } }]
                }
              }
            }
          }
        `},{name:`an empty toggle, and one that the action completes`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(od) {
                  od['x'].map { |f| f.merge('toggle_field' => f['toggle_field'].merge('type' => 'string')) } +
                    [{ name: 'plain', toggle_field: {} }]
                }
              }
            },
            object_definitions: {
              x: { fields: ->(_c, _f) { [{ name: 'id', toggle_hint: 'Select', toggle_field: { name: 'id' } }] } }
            }
          }
        `}]},create:e=>{return{attribute:H([`toggle_field`],(n,r)=>{let{toggle:i}=n;if(!i)return;let a=(n.isInput||n.isOutput||n.isConfig)&&!n.isToggle?{}:{severity:`warning`};if(n.uses.every(e=>Lb(e)&&Rb(e,`toggle_hint`))&&e.report(`hint`,r,[],a),Ib(n,`name`)){let o=n.name!==null&&!i.has(`name`)?Fi(i.node,`name: '${n.name}'`,e.source):[];e.report(`name`,r,[],t(a,`Give the toggle the field's name`,o))}if(Ib(n,`type`)){let n=i.has(`type`)?[]:Fi(i.node,`type: 'string'`,e.source);e.report(`type`,r,[],t(a,`Make the toggle a string`,n))}})};function t(e,t,n){return n.length>0?{...e,fix:{title:t,edits:n}}:e}}});function Ib(e,t){return e.uses.every(e=>{let n=Lb(e);return n!==void 0&&Rb(n,t)})}function Lb({toggle:e}){return e&&e.closed&&e.hash.entries.size===0?void 0:e}function Rb(e,t){let n=e.get(t);return n?zb(n.value):e.closed}function zb(e){return e.kind===`nil`||e.kind===`string`&&e.text.trim()===``}const Bb=z({id:`structure/toggle-optional-mismatch`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:`Makes a toggle as optional as its field.`,why:`The SDK rejects a schema in which the toggle of a required field is optional.`,remedy:"Give both the same `optional`.",sources:[X.schema,X.gem]},messages:{optional:()=>`The toggle is optional, but its field is required.`,required:()=>`The toggle is required, but its field is optional.`},examples:{bad:[{name:`an optional toggle of a required field`,source:U`
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
        `,fixed:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: false, toggle_field: { name: 'id', optional: false } }]
                }
              }
            }
          }
        `},{name:`a required toggle of an optional field`,source:U`
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
        `}],good:[{name:`both the same`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: false, toggle_field: { name: 'id', optional: false } }]
                }
              }
            }
          }
        `}]},create:e=>({attribute:H([`toggle_field`],t=>{let n=t.toggle?.get(`optional`),r=t.toggle?.flag(`optional`);if(!n||typeof r!=`boolean`||!t.uses.every(e=>e.pristine&&e.flag(`optional`)===!r))return;let i={title:`Make the toggle as optional as its field`,edits:[{span:n.valuePlace.span,text:String(!r)}]},a=[{span:(t.get(`optional`)??t).span,message:`The field that the toggle is of.`}];r?t.isUsed&&!t.isConnection?e.report(`optional`,n,[],{fix:i,related:a}):e.report(`optional`,n,[],{fix:i,related:a,severity:`warning`}):e.report(`required`,n,[],{fix:i,related:a,severity:`warning`})})})}),Vb=z({id:`structure/trigger-source-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Gives every trigger a `poll` or a `webhook_notification`.",why:`Without one of them no event ever becomes a job.`,remedy:"Add `poll:`, or the webhook lambdas with `webhook_notification:`.",sources:[X.triggers,X.hybridTriggers]},messages:{missing:e=>`The trigger \`${e}\` has neither \`poll\` nor \`webhook_notification\`.`},examples:{bad:[{name:`only a dedup`,source:U`
          { triggers: { new_lead: { dedup: ->(lead) { lead['id'] } } } }
                        ^^^^^^^^^ missing
        `}],good:[{name:`a polling trigger`,source:U`{ triggers: { new_lead: { poll: ->(c, i, last) { {} } } } }`},{name:`a webhook trigger`,source:U`{ triggers: { new_lead: { webhook_notification: ->(_i, payload) { payload } } } }`}]},create:e=>({trigger(t){!t.closed||t.has(`poll`)||t.has(`webhook_notification`)||e.report(`missing`,t,[t.name])}})});function Hb(e,t,n){let r=t?e.get(t):void 0;return r?[{span:r.span,message:`The ${n} \`${r.name}\`.`}]:[]}const Ub=z({id:`structure/undefined-method-call`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Calls only methods that `methods` defines.",why:`A call of any other name raises an exception when it runs.`,remedy:"Correct the name, or add the method to `methods`.",sources:[X.methods,X.gem]},messages:{typo:(e,t)=>`\`methods\` has no entry \`${e}\`; the nearest name is \`${t}\`.`,undefined:e=>`\`methods\` has no entry \`${e}\`, so this call raises an exception.`},examples:{bad:[{name:`a misspelt name`,source:U`
          {
            actions: { a: { execute: ->(c, i) { call('format_payolad', i) } } },
                                                     ^^^^^^^^^^^^^^^^ typo
            methods: { format_payload: ->(input) { input } }
          }
        `},{name:`a name, of two, that is not there`,source:U`
          {
            actions: { a: { execute: ->(c, i) { call(i['x'] ? :create : 'overwrite', i) } } },
                                                                        ^^^^^^^^^^^ undefined
            methods: { create: ->(input) { input } }
          }
        `}],good:[{name:`a defined name`,source:U`
          {
            actions: { a: { execute: ->(c, i) { call(:format_payload, i) } } },
            methods: { 'format_payload' => ->(input) { input } }
          }
        `},{name:`a name that is only known when it runs, and a lambda's own call`,source:U`
          { actions: { a: { execute: ->(c, i) { call("create_#{i['object']}", i); c['f'].call('x') } } } }
        `}]},create:e=>({methodCall(t){let{methods:n}=e.connector;if(n.closed)for(let r of R(t.name)){let i=I(r);if(i===null||i===``||n.has(i))continue;let a={span:r.node?C(r.node):t.span,path:t.path},o=Cl(i,n.entries.map(e=>e.name)),s=Hb(n,o,`method`);o?e.report(`typo`,a,[i,o],{related:s}):e.report(`undefined`,a,[i])}}})}),Wb=z({id:`structure/undefined-object-definition`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Uses only object definitions that there are.`,why:`Looking up any other name raises an exception, so the step's fields cannot be shown.`,remedy:"Correct the name, or add the definition to `object_definitions`.",sources:[X.objectDefinitions,X.gem]},messages:{typo:(e,t)=>`\`object_definitions\` has no entry \`${e}\`; the nearest name is \`${t}\`.`,undefined:e=>`\`object_definitions\` has no entry \`${e}\`, so looking it up raises an exception.`},examples:{bad:[{name:`a misspelt name, under a parameter of any name`,source:U`
          {
            actions: { a: { input_fields: ->(od) { od['invoce'] } } },
                                                      ^^^^^^^^ typo
            object_definitions: { invoice: { fields: ->(_c, _f) { [] } } }
          }
        `},{name:`a definition that needs one that is not there`,source:U`
          { object_definitions: { invoice: { fields: ->(_c, _f, od) { od['line_items'] } } } }
                                                                         ^^^^^^^^^^^^ undefined
        `}],good:[{name:`a defined name`,source:U`
          {
            actions: { a: { input_fields: ->(od) { od[:invoice].only('id') } } },
            object_definitions: { 'invoice' => { fields: ->(_c, _f) { [] } } }
          }
        `},{name:`a block's own variable of that name`,source:U`
          { actions: { a: { input_fields: ->(od) { [{}].map { |od| od['x'] } } } } }
        `},{name:`definitions that may be missing, or are added on the way`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(od) { od.key?('order') ? od['order'] : od['invoice'] },
                output_fields: lambda do |od|
                  od = od.merge('total' => [{ name: 'amount' }])
                  od['invoice'] + od['total']
                end
              },
              b: {
                input_fields: ->(od) { od['order'] rescue od['invoice'] },
                output_fields: lambda do |od|
                  begin
                    od['order']
                  rescue StandardError
                    od['invoice']
                  end
                end
              }
            },
            object_definitions: { invoice: { fields: ->(_c, _f) { [] } } }
          }
        `},{name:`another argument under the parameter of the definitions`,source:U`
          { actions: { a: { input_fields: ->(connection) { connection['subdomain'] ? [] : [] } } } }
        `}]},create:e=>{let t=e.shared(Fy);return{node:t.listeners,end(){let{objectDefinitions:r}=e.connector;if(r.closed)for(let e of t.all())n(e,r)}};function n({lambda:t,variable:n,names:r},i){for(let a of r){let r=R(e.connector.evaluate(a));for(let o of r){let s=I(o);if(s===null||i.has(s)||!Gb(t,n.name))continue;let c={span:C(o.node??a),path:t.path},l=Cl(s,i.entries.map(e=>e.name)),u=Hb(i,l,`object definition`),d=r.length>1||t.key===`config_fields`?{related:u,severity:`warning`}:{related:u};l?e.report(`typo`,c,[s,l],d):e.report(`undefined`,c,[s],d)}}}}});function Gb(e,t){if(t!==`object_definitions`&&zp(e)?.includes(t))return!1;let n=qt(e.value.node)?.body;for(let e of n?Xt(n):[])if(e instanceof Nt||e instanceof Mt||`receiver`in e&&en(e.receiver,t)&&!(e instanceof _&&Ay.has(e.name)))return!1;return!0}function Kb(e){let t=e.uses.filter(({list:e})=>e.role!==`definition`);return t.length>0?t:e.uses}function qb(e,t,n){return Kb(e).filter(e=>R(e.value(t)).some(e=>I(e)===n))}const Jb=new Set([`select`,`multiselect`,`tree`]),Yb=z({id:`structure/undefined-pick-list`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names only pick lists that there are.`,why:`A list of any other name cannot be loaded, so the user has nothing to choose from.`,remedy:"Correct the name, or add the list to `pick_lists`.",sources:[X.pickLists,X.schema]},messages:{typo:(e,t)=>`\`pick_lists\` has no entry \`${e}\`; the nearest name is \`${t}\`.`,undefined:e=>`\`pick_lists\` has no entry \`${e}\`, so there is nothing to choose from.`},examples:{bad:[{name:`a misspelt name`,source:U`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: 'select', pick_list: 'statusses' }] } } },
                                                                                                     ^^^^^^^^^^^ typo
            pick_lists: { statuses: ->(_c) { [%w[Open open]] } }
          }
        `},{name:`a name in a toggle field, without any lists`,source:U`
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
        `}],good:[{name:`a name that is replaced wherever the field is used, and an empty one`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(od, _c, config) {
                  od['lead'].map { |field| field.merge('pick_list' => 'statuses') } +
                    [{ name: 's', control_type: 'select', pick_list: config['x'] ? 'statuses' : '' }]
                }
              }
            },
            object_definitions: {
              lead: { fields: -> { [{ name: 't', control_type: 'select', pick_list: 'from_api' }] } }
            },
            pick_lists: { statuses: ->(_c) { [%w[Open open]] } }
          }
        `},{name:`a defined name, and a list in place`,source:U`
          {
            actions: {
              a: { input_fields: ->(_od) { [{ name: 's', pick_list: :statuses }, { name: 't', pick_list: [%w[A a]] }] } }
            },
            pick_lists: { 'statuses' => ->(_c) { [%w[Open open]] } }
          }
        `}]},create:e=>({attribute:H([`pick_list`],(t,n)=>{let{pickLists:r}=e.connector;if(r.closed&&!t.isConnection)for(let i of R(n.value)){let a=I(i);if(a===null||a===``||r.has(a))continue;let o=qb(t,`pick_list`,a);if(o.length===0)continue;let s={span:i.node?C(i.node):n.span,path:n.path},c=o.some(Xb)?{}:{severity:`warning`},l=Cl(a,r.entries.map(e=>e.name)),u=Hb(r,l,`pick list`);l?e.report(`typo`,s,[a,l],{...c,related:u}):e.report(`undefined`,s,[a],c)}})})});function Xb(e){let{role:t}=e.list;return(t===`input`||t===`config`)&&Jb.has(Gd(e.text(`control_type`)??``))}const Zb=z({id:`structure/undefined-stream`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names only streams that there are.`,why:`Looking up any other name raises an exception when the file is produced.`,remedy:"Correct the name, or add the stream to `streams`.",sources:[X.streams,X.gem]},messages:{undefined:e=>`The connector has no stream \`${e}\`.`},examples:{bad:[{name:`a misspelt name`,source:U`
          {
            actions: { a: { execute: ->(_c, i) { { file: workato.stream.out('dowload', i) } } } },
                                                                            ^^^^^^^^^ undefined
            streams: { download: ->(i, from, to, size) { [get('/file'), true] } }
          }
        `}],good:[{name:`streams of the connector and of an action`,source:U`
          {
            actions: {
              a: {
                execute: ->(_c, i) { { a: workato.stream.out('download', i), b: workato.stream.out(:page, i) } },
                streams: { page: ->(i, from, to, size) { ['', true] } }
              }
            },
            streams: { download: ->(i, from, to, size) { [get('/file'), true] } }
          }
        `}]},create:e=>({bareCall:{workato({chain:t,lambda:n}){let[,r,i]=t;if(r?.name!==`stream`||i?.name!==`out`)return;let[a]=w(i),o=a?I(e.connector.evaluate(a)):null;if(!a||o===null)return;let{root:s,operations:c}=e.connector,l=[s,...c];s.closed&&e.connector.actions.closed&&e.connector.triggers.closed&&l.every(e=>Qb(e,o))&&e.report(`undefined`,{span:C(a),path:n?.path??null},[o])}}})});function Qb(e,t){if(!e.closed)return!1;let n=e.get(`streams`);if(!n)return!0;let r=ba(n.value,n.path,n.span);return r.closed&&!r.has(t)}const $b=new Map([[`basic`,`basic_auth`],[`apikey`,`api_key`],[`api-key`,`api_key`],[`api_token`,`api_key`],[`auth_token`,`api_key`],[`oauth`,`oauth2`],[`oauth_2`,`oauth2`],[`custom`,`custom_auth`]]),ex=/^(?:none|no[ _-]?auth(?:entication|orization)?|)$/iu,tx=z({id:`structure/unknown-auth-type`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Uses a documented type of authorization.`,why:`Other types work, if at all, because of how earlier versions of the platform behaved.`,remedy:"Use one of `basic_auth`, `api_key`, `oauth2`, `custom_auth` and `multi`.",sources:[X.authorization]},messages:{unknown:e=>`\`${e}\` is not a documented type of authorization.`,missing:()=>"The authorization has no `type`."},examples:{bad:[{name:`a short form`,source:U`
          { connection: { authorization: { type: 'basic', apply: ->(c) { user(c['user']) } } } }
                                           ^^^^^ unknown
        `,fixed:U`
          { connection: { authorization: { type: 'basic_auth', apply: ->(c) { user(c['user']) } } } }
        `},{name:`no type`,source:U`
          { connection: { authorization: { apply: ->(c) { user(c['user']) } } } }
                          ^^^^^^^^^^^^^^ missing
        `}],good:[{name:`a documented type`,source:U`{ connection: { authorization: { type: :api_key } } }`},{name:`an application without credentials`,source:U`{ connection: { authorization: { type: 'none' } } }`},{name:`the same in other words`,source:U`{ connection: { authorization: { type: 'No Auth' } } }`}]},create:e=>({authorization(t){let n=t.get(`type`);if(!n){t.closed&&t.keys.length>0&&e.report(`missing`,t,[]);return}let r=I(n.value);if(r===null||ex.test(r)||Ip.some(e=>e===r))return;let i=$b.get(r.toLowerCase()),a=(t.has(`apply`)||t.has(`credentials`))&&i!==`oauth2`,o=i&&a?Pi(n.value.node,i,e.source):[],s={title:`Use \`${i}\``,edits:o};e.report(`unknown`,n,[r],o.length>0?{fix:s}:{})}})});function nx(e,t,n){let{span:r}=t.valuePlace,i=e.slice(r),[a=``]=i;return a!==`'`&&a!==`"`||i!==a+(I(t.value)??``)+a||/['"\\#\r\n]/.test(n)?null:{span:r,text:a+n+a}}function rx(e,t,...n){let{node:r}=t;if(!(r instanceof Be||r instanceof ot))return null;let i=r.elements.find(t=>t instanceof g&&e.slice(C(t.key)).includes(`name`));return!(i instanceof g)||!(i.key instanceof S)||!e.slice(C(i.key)).endsWith(`:`)?null:gr(e,C(i),n)}function ix(e){return e.uses.every(e=>e.list.parent===null)}function $(e){return e.get(`name`)?.valuePlace??e}function ax(e){return e.has(`label`)?e.text(`label`):e.closed&&e.name!==null?Tr(e.name):null}function ox(e){if(!e.has(`control_type`))return e.closed?`text`:null;let t=e.text(`control_type`);return t?.includes(`_`)?t.replaceAll(`_`,`-`):t}function sx(e){return e.has(`type`)?e.text(`type`):e.closed?`string`:null}function cx(e,{type:t,isRequired:n,values:r=[]}){let i=ax(e),{name:a}=e;return a===null||i===null||![a,i,...r].every(e=>/^[\w .-]+$/.test(e))?null:[`toggle_hint: 'Select from list'`,{key:`toggle_field`,entries:[`name: '${a}'`,`label: '${i}'`,`type: '${t}'`,`control_type: 'text'`,...n?[`optional: false`]:[],`toggle_hint: 'Use custom value'`,...r.length>0?[`hint: 'Allowed values are: ${r.join(`, `)}.'`]:[]]}]}function lx(e){return cx(e,{type:`boolean`,isRequired:e.flag(`optional`)===!1})}const ux=new Map([[`multi-select`,`multiselect`],[`multi_select`,`multiselect`],[`textarea`,`text-area`],[`text_area`,`text-area`],[`plain_text`,`plain-text`],[`boolean`,`checkbox`],[`datetime`,`date_time`],[`date-time`,`date_time`],[`timestamp`,`date_time`],[`dropdown`,`select`],[`string`,`text`]]),dx=z({id:`structure/unknown-control-type`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Gives fields documented controls only.`,why:`The recipe editor shows plain text, or nothing, for a control that it does not know.`,remedy:"Use one of the documented values of `control_type`.",sources:[X.schema]},options:{allow:{kind:`strings`,default:[`form-schema-builder`,`static-list`,`nested_fields`,`csv-designer`],summary:`Controls that the recipe editor knows although they are not documented.`}},messages:{unknown:(e,t)=>`\`${e}\` is not in the documented list of control types${t}.`},examples:{bad:[{name:`another spelling`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'textarea' }] } } } }
                                                                                    ^^^^^^^^^^ unknown
        `,fixed:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'text-area' }] } } } }
        `},{name:`a slip of the keyboard`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'phonee' }] } } } }
                                                                                    ^^^^^^^^ unknown
        `,fixed:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'phone' }] } } } }
        `},{name:`a type instead of a control`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'vip', type: 'boolean', control_type: 'boolean' }] } } } }
                                                                                                   ^^^^^^^^^ unknown
        `,fixed:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'vip', toggle_hint: 'Select from list', toggle_field: { name: 'vip', label: 'Vip', type: 'boolean', control_type: 'text', toggle_hint: 'Use custom value' }, type: 'boolean', control_type: 'checkbox' }] } } } }
        `}],good:[{name:`a control that is replaced wherever the field is used`,source:U`
          {
            actions: { a: { input_fields: ->(od) { od['lead'].map { |field| field.merge('control_type' => 'text') } } } },
            object_definitions: { lead: { fields: -> { [{ name: 't', control_type: 'money' }] } } }
          }
        `},{name:`documented controls, also with a size`,source:U`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'x', control_type: 'small-text' }, { name: 'y', control_type: :'text-area' }]
                }
              }
            }
          }
        `}]},create:e=>({attribute:H([`control_type`],(t,n)=>{for(let r of R(n.value)){let i=I(r);if(i===null||i===``)continue;let a=Gd(i);if(Ud.has(a)||e.options.allow.includes(a)||qb(t,`control_type`,i).length===0)continue;let o={span:r.node?C(r.node):n.span,path:n.path},s=ux.get(i.toLowerCase())??Cl(a,Ud.keys()),c=s?fx(t,r.node,s,e.source):[],l={title:`Use \`${s}\``,edits:c},u=(t.isInput||t.isConfig||t.isConnection)&&t.text(`type`)!==`object`;e.report(`unknown`,o,[i,s?`; \`${s}\` is`:``],{...u&&i!==`string`?{}:{severity:`notice`},...c.length>0?{fix:l}:{}})}})})});function fx(e,t,n,r){let i=Pi(t,n,r),a=/^(?:select|multiselect|checkbox)$/u.test(n),o=e.isInput||e.isConfig||e.isConnection;if(i.length===0||!a||!o||e.has(`toggle_field`)||e.isToggle)return i;if(n!==`checkbox`||e.isConfig||e.isConnection)return[];let s=lx(e),c=s===null?null:rx(r,e,...s);return c?[...i,c]:[]}const px=[`convert_input`,`render_input`],mx=[`convert_output`,`parse_output`],hx=z({id:`structure/unknown-converter`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names only converters that there are.`,why:`The SDK raises an exception for a converter that is neither its own nor a method of the connector.`,remedy:"Use one of the built-in converters, or add the method to `methods`.",sources:[X.schema,X.gem]},messages:{unknown:(e,t)=>`\`${t}\` of \`${e}\` is neither a built-in converter nor an entry of \`methods\`.`},examples:{bad:[{name:`a converter of another name`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'n', convert_input: 'int_conversion' }] } } } }
                                                                                 ^^^^^^^^^^^^^^^^ unknown
        `}],good:[{name:`a built-in converter, and a method`,source:U`
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
        `},{name:`a converter that the action replaces`,source:U`
          {
            actions: {
              a: { input_fields: ->(od) { od['x'].map { |f| f.merge('convert_input' => 'integer_conversion') } } }
            },
            object_definitions: { x: { fields: ->(_c, _f) { [{ name: 'n', convert_input: 'int' }] } } }
          }
        `}]},create:e=>({attribute:H([...px,...mx],(t,n)=>{let{methods:r}=e.connector;if(!r.closed)return;let i=n.key;for(let a of R(n.value)){let o=I(a);if(!o||Kd.has(o)||r.has(o)||!t.uses.every(e=>R(e.value(i)).some(e=>I(e)===o)))continue;let s={span:a.node?C(a.node):n.span,path:n.path},c=(px.includes(i)?t.isInput||t.isConfig:t.isOutput)&&!t.isToggle;e.report(`unknown`,s,[i,o],c?{}:{severity:`warning`})}})})}),gx=new Map([[`int`,`integer`],[`long`,`integer`],[`float`,`number`],[`double`,`number`],[`decimal`,`number`],[`numeric`,`number`],[`datetime`,`date_time`],[`date-time`,`date_time`],[`bool`,`boolean`],[`text`,`string`],[`str`,`string`],[`hash`,`object`],[`list`,`array`]]),_x=z({id:`structure/unknown-field-type`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Gives fields documented types only.`,why:`The SDK takes any other type for a string.`,remedy:`Use one of string, integer, number, date_time, date, timestamp, boolean, object, array and, for files, stream.`,sources:[X.schema,X.gem]},messages:{unknown:(e,t,n)=>`\`${t}\` is not a documented value of \`${e}\`${n}.`},examples:{bad:[{name:`a short form`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'count', type: 'int' }] } } } }
                                                                            ^^^^^ unknown
        `,fixed:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'count', type: 'integer' }] } } } }
        `},{name:`a slip of the keyboard`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'count', type: 'intger' }] } } } }
                                                                            ^^^^^^^^ unknown
        `},{name:`an array of arrays`,source:U`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'rows', type: 'array', of: :array }] } } } }
                                                                                         ^^^^^^ unknown
        `}],good:[{name:`a type that is replaced wherever the field is used, and an empty one`,source:U`
          {
            actions: { a: { input_fields: ->(od) { od['lead'].map { |field| field.merge('type' => 'number') } } } },
            object_definitions: { lead: { fields: -> { [{ name: 'price', type: 'money' }] } } },
            triggers: { t: { output_fields: -> { [{ name: 'x', type: '' }] } } }
          }
        `},{name:`a file that is uploaded in parts`,source:U`{ actions: { a: { input_fields: ->(_od) { [{ name: 'file', type: 'stream' }] } } } }`},{name:`documented types, also as symbols`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'x', type: :array, of: 'string' }] } } } }
        `}]},create:e=>({attribute:H([`type`,`of`],(t,n)=>{let{key:r}=n;for(let i of R(n.value)){let a=I(i);if(a===null||Hd.has(a)&&(r!==`of`||a!==`array`)||a===``||r===`type`&&a===`stream`||qb(t,r,a).length===0)continue;let o={span:i.node?C(i.node):n.span,path:n.path},s=gx.get(a.toLowerCase())??(Hd.has(a.toLowerCase())?a.toLowerCase():null),c=s&&s!==a?Pi(i.node,s,e.source):[],l=s??Cl(a,Hd),u=l===null||l===a?``:`; \`${l}\` is`,d={title:`Use \`${s}\``,edits:c};e.report(`unknown`,o,[r,a,u],c.length>0?{fix:d}:{})}})})}),vx={date_time:[`text`,`text-area`,`integer`,`number`,`checkbox`,`date`],timestamp:[`text`,`text-area`,`integer`,`number`,`checkbox`,`date`],date:[`text`,`text-area`,`integer`,`number`,`checkbox`,`date-time`],integer:[`date`,`date-time`,`checkbox`,`email`,`url`,`phone`],number:[`checkbox`,`email`,`url`,`phone`],boolean:[`integer`,`number`,`date`,`date-time`,`email`,`url`,`phone`,`text-area`]},yx={date_time:`date_time`,timestamp:`date_time`,date:`date`,integer:`integer`,number:`number`,boolean:`checkbox`};function bx(e,t){return vx[e]?.includes(t.replaceAll(`_`,`-`))?yx[e]:null}const xx=new Set,Sx=[...Vd].filter(e=>e.length>3),Cx=z({id:`structure/unknown-key`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Uses only documented keys in the root, connection, authorization, operations and fields.`,why:`The platform ignores other keys without a word, so a slip of the keyboard switches a feature off.`,remedy:`Correct the spelling of the key, or remove it.`,sources:[X.reference,X.actions,X.triggers,X.schema,X.authorization]},messages:{typo:(e,t,n)=>`\`${e}\` is not a documented key of ${t}; the nearest is \`${n}\`.`,unknown:(e,t)=>`\`${e}\` is not a documented key of ${t}; keys that the platform does not know are ignored.`},examples:{bad:[{name:`a misspelt key of an action and of a field`,source:U`
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
        `,fixed:U`
          {
            actions: {
              search: {
                description: "Search <span class='provider'>leads</span> in <span class='provider'>Acme</span>",
                input_fields: lambda { |_od| [{ name: 'id', label: 'ID' }] }
              }
            }
          }
        `},{name:`a key that nothing reads`,source:U`
          { title: 'Acme', changelog: 'Version 2' }
                           ^^^^^^^^^^ unknown
        `}],good:[{name:`attributes of a connector's own in fields`,source:U`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', source_path: 'body.id' }] } } } }
        `},{name:`attributes that are like others, which are there as well or short`,source:U`
          {
            actions: {
              a: { input_fields: ->(_od) { [{ name: 'id', label: 'ID', labels: %w[de en], uri: '/id', on: 'create' }] } }
            }
          }
        `},{name:`an apply of the connection for applications on premises`,source:U`
          {
            secure_tunnel: true,
            connection: { authorization: { type: 'none' }, apply: -> { headers('X-Workato-Connector': 'enforce') } }
          }
        `},{name:`string keys`,source:U`{ 'title' => 'Acme', 'connection' => { 'base_uri' => -> {} } }`}]},create:e=>{let t=new Map;return{connector({root:e}){n(e,`the connector`,Object.keys(Dp))},connection(t){let{root:r}=e.connector,i=Object.keys(Op);r.closed&&!r.has(`test`)&&i.push(`test`),r.has(`secure_tunnel`)&&i.push(`apply`),n(t,`the connection`,i)},authorization(e){let t=e.option===null?kp:Ap;n(e,`the authorization`,Object.keys(t),Lp.authorization)},action(e){n(e,`an action`,Object.keys(Mp),Lp.operation)},trigger(e){n(e,`a trigger`,Object.keys(Np),Lp.operation)},field(e){for(let n of e.hash.entries.keys()){if(Vd.has(n))continue;let r=t.get(n);r===void 0&&t.set(n,r=Cl(n,Sx)),r&&!e.has(r)&&i(e.get(n),`a field`,r,e.hash.entries,wx(e,n,r))}}};function n(t,n,r,a=xx){for(let o of t.keys){if(r.includes(o)||a.has(o))continue;let s=Cl(o,r),c=t.get(o);s?i(c,n,s,t.hash.entries):e.report(`unknown`,c,[o,n])}}function r(t,{value:n}){let r=t===`pick_list`?I(n):null;return r===null||e.connector.pickLists.has(r)}function i(t,n,i,a,o=!0){let s=a.get(t.key)?.keyNode??null,c=o&&!a.has(i)&&r(i,t)?Pi(s,i,e.source):[],l=c.length>0?{fix:{title:`Rename the key to \`${i}\``,edits:c}}:{};e.report(`typo`,t,[t.key,n,i],l)}}});function wx(e,t,n){let r=e.text(`type`),i=e.text(t);return n!==`control_type`||r===null||i===null||bx(r,i)===null}const Tx=z({id:`structure/utf8-source`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Is valid UTF-8 text without NUL bytes.`,why:`The platform takes only code that is UTF-8 and can travel as JSON.`,remedy:`Save the file as UTF-8 in the editor; a file that is not text at all is not a connector.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]},messages:{invalid:e=>`The file is not valid UTF-8: the byte at offset ${e} does not belong there.`,nul:e=>`The file has a NUL byte at offset ${e}.`},examples:{bad:[{name:`a NUL byte in a title`,source:`{ title: 'A\0cme' }
           ^ nul
`}],good:[{name:`an accented character in UTF-8`,source:`{ title: 'Café' }
`}]},create:e=>({file({bytes:t,text:n}){if(n!==null||t.length>10485760)return;let r=t.indexOf(0),i=Ex(t);i===-1?r!==-1&&e.report(`nul`,{span:{start:r,end:r+1},path:null},[r]):e.report(`invalid`,{span:{start:i,end:i+1},path:null},[i])}})});function Ex(e){if(Dx(e))return-1;let[t,n]=[0,e.length];for(;t<n;){let r=t+n>>1;Ox(e.subarray(0,r+1))?t=r+1:n=r}for(;!Dx(e.subarray(0,t));)t--;return t}function Dx(e){return kx(e,!1)}function Ox(e){return kx(e,!0)}function kx(e,t){try{return new TextDecoder(`utf-8`,{fatal:!0}).decode(e,{stream:t}),!0}catch{return!1}}const Ax=z({id:`structure/webhook-keys-missing`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has `webhook_keys` where triggers have a `webhook_key`, and only there.",why:`Incoming events are routed by comparing the two; one without the other reaches no trigger.`,remedy:"Add `webhook_keys:` to the root with a lambda that reads the key from the event.",sources:[X.triggers,X.staticWebhooks]},messages:{keys:e=>`The trigger \`${e}\` has a \`webhook_key\`, but the connector has no \`webhook_keys\`.`,unused:()=>"The connector has `webhook_keys`, but no trigger has a `webhook_key`."},examples:{bad:[{name:`a trigger's key alone`,source:U`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } } } }
                                    ^^^^^^^^^^^^ keys
        `},{name:`the root's keys alone`,source:U`
          { webhook_keys: ->(params, headers, payload) { payload['form'] }, triggers: {} }
            ^^^^^^^^^^^^^ unused
        `}],good:[{name:`both`,source:U`
          {
            webhook_keys: ->(params, headers, payload) { payload['form'] },
            triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } } }
          }
        `},{name:`no key at all`,source:U`{ triggers: { new_lead: { webhook_key: nil, poll: ->(_c) { { events: get('/leads') } } } } }`}]},create:e=>({connector({root:t,triggers:n}){let r=t.get(`webhook_keys`),i=n.entries.flatMap(e=>e.get(`webhook_key`)??[]);if(!r&&t.closed)for(let t of n.entries){let n=t.get(`webhook_key`);n&&n.value.kind!==`nil`&&!t.has(`webhook_subscribe`)&&e.report(`keys`,n,[t.name],t.has(`poll`)?{severity:`warning`}:{})}else r&&i.length===0&&n.closed&&n.entries.every(e=>e.closed)&&e.report(`unused`,r,[],{severity:`warning`})}})}),jx=[`webhook_response_type`,`webhook_response_body`,`webhook_response_headers`,`webhook_response_status`],Mx=z({id:`structure/webhook-response-options`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Keeps the settings of webhook responses within what the platform supports.`,why:`Other statuses, types and payload types are not honoured, and the application gets another answer.`,remedy:"Use a status from 200 to 299, `plain` or `json`, and `raw` or `parsed`.",sources:[X.triggers]},messages:{status:e=>`\`webhook_response_status\` is ${e}; only 200 to 299 are supported.`,value:(e,t,n)=>`\`${e}\` is \`${t}\`; it can be ${n}.`,kind:e=>`\`${e}\` has no effect in a trigger without \`webhook_subscribe\`.`},examples:{bad:[{name:`a redirect and unknown types`,source:U`
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
        `},{name:`a response of a polling trigger`,source:U`
          { triggers: { a: { poll: ->(_c) { {} }, webhook_response_status: 200 } } }
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ kind
        `}],good:[{name:`supported settings`,source:U`
          {
            triggers: {
              a: {
                webhook_subscribe: ->(url) { {} },
                webhook_response_status: 202,
                webhook_response_type: 'json',
                webhook_payload_type: 'raw'
              },
              b: { poll: ->(_c) { { events: get('/b') } }, webhook_response_type: nil }
            }
          }
        `}]},create:e=>({trigger(t){let n=t.get(`webhook_response_status`);n?.value.kind===`number`&&(n.value.number<200||n.value.number>299)&&e.report(`status`,n,[n.value.number]);for(let[n,r]of[[`webhook_response_type`,[`plain`,`json`]],[`webhook_payload_type`,[`raw`,`parsed`]]]){let i=t.get(n),a=I(i?.value);i&&a!==null&&!r.some(e=>e===a)&&e.report(`value`,i,[n,a,r.map(e=>`\`${e}\``).join(` or `)])}if(t.closed&&!t.has(`webhook_subscribe`))for(let n of jx){let r=t.get(n);r&&r.value.kind!==`nil`&&e.report(`kind`,r,[n])}}})}),Nx=z({id:`structure/webhook-subscribe-pair`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:"Has `webhook_unsubscribe` where it has `webhook_subscribe`, and the other way round.",why:`Without it, recipes that are stopped leave dead subscriptions in the customer's application.`,remedy:"Add `webhook_unsubscribe:` with a lambda that deletes the subscription.",sources:[X.triggers,X.dynamicWebhooks]},messages:{missing:(e,t,n)=>`The trigger \`${e}\` has \`${t}\`, but no \`${n}\`.`,empty:e=>`The \`webhook_unsubscribe\` of trigger \`${e}\` does nothing.`},examples:{bad:[{name:`a subscription that is never ended`,source:U`
          { triggers: { new_lead: { webhook_subscribe: ->(url, _c) { post('/hooks', url: url) } } } }
                                    ^^^^^^^^^^^^^^^^^^ missing
        `},{name:`an empty lambda`,source:U`
          {
            triggers: {
              new_lead: {
                webhook_subscribe: ->(url, _c) { post('/hooks', url: url) },
                webhook_unsubscribe: ->(_webhook) { }
                ^^^^^^^^^^^^^^^^^^^^ empty
              }
            }
          }
        `}],good:[{name:`both`,source:U`
          {
            triggers: {
              new_lead: {
                webhook_subscribe: ->(url, _c) { post('/hooks', url: url) },
                webhook_unsubscribe: ->(webhook) { delete("/hooks/#{webhook['id']}") }
              },
              updated_lead: { webhook_subscribe: nil, poll: ->(_c) { { events: get('/leads') } } }
            }
          }
        `}]},create:e=>({trigger(t){let n=Px(t,`webhook_subscribe`),r=Px(t,`webhook_unsubscribe`),i=t.lambda(`webhook_unsubscribe`);if(n&&i&&qt(i.value.node)?.body===null&&e.report(`empty`,r,[t.name],{severity:`notice`}),t.closed){n&&!r&&e.report(`missing`,n,[t.name,`webhook_subscribe`,`webhook_unsubscribe`]);for(let r of[`webhook_unsubscribe`,`webhook_refresh`]){let i=Px(t,r);i&&!n&&e.report(`missing`,i,[t.name,r,`webhook_subscribe`])}}}})});function Px(e,t){let n=e.get(t);return n?.value.kind===`nil`?void 0:n}const Fx=z({id:`structure/wrong-value-kind`,severity:`error`,confidence:`high`,since:`0.1.0`,docs:{summary:`Puts lambdas where lambdas belong, and hashes where sections are.`,why:`The platform runs some values and enumerates others; a value of another kind raises an exception.`,remedy:`Wrap the value in a lambda, or make the section a hash.`,sources:[X.actions,X.triggers,X.gem]},messages:{lambda:(e,t)=>`\`${e}\` holds ${t} where the platform needs a lambda.`,hash:(e,t)=>`\`${e}\` holds ${t} where the platform needs a hash.`},examples:{bad:[{name:`fields without a lambda`,source:U`
          { actions: { ping: { input_fields: [{ name: 'id' }] } } }
                               ^^^^^^^^^^^^^ lambda
        `},{name:`a section that is an array, and a method that is a string`,source:U`
          { triggers: ['new_lead'], methods: { host: 'acme.com' } }
            ^^^^^^^^^ hash
                                               ^^^^^ lambda
        `}],good:[{name:`lambdas and procs`,source:U`
          {
            connection: { fields: [{ name: 'key' }], authorization: { client_id: 'x', type: 'oauth2' } },
            actions: { ping: { title: 'Ping', help: { body: 'Pings.' }, execute: proc { {} } } },
            methods: { host: shared, page: method(:page) }
          }
        `},{name:`nothing at all`,source:U`
          {
            actions: { ping: { input_fields: {}, output_fields: nil, execute: ->(_c, _i) { {} } } },
            triggers: [],
            object_definitions: false
          }
        `}]},create:e=>{let t;return{connector({root:e,methods:t,streams:a,pickLists:o}){n(e,Dp),r(a.property,[`lambda`]),r(t.property,[`lambda`],({key:e})=>i(e)?`error`:`warning`),r(o.property,[`lambda`,`array`],({value:e})=>e.kind===`hash`?`warning`:`error`);for(let t of[`actions`,`triggers`,`object_definitions`])r(e.get(t),[`hash`])},connection(e){n(e,Op)},authorization(e){n(e,Ap)},action(e){n(e,Mp)},trigger(e){n(e,Np)},objectDefinition(e){n(e,Pp)}};function n(e,t){for(let n of e.keys){let r=Object.hasOwn(t,n)?t[n].holds:[];r.length===1&&(r[0]===`lambda`||r[0]===`hash`)&&a(e.get(n),r)}}function r(e,t,n){if(!e)return;let r=ba(e.value,e.path,e.span);for(let i of r.keys)e.key!==`object_definitions`&&a(r.get(i),t,n)}function i(n){return t??=new Set(e.connector.methodCalls.map(({name:e})=>I(e))),t.has(n)}function a(t,n,r=()=>`error`){let i=Rx(t.value);if(!i||n.includes(i))return;let a=n.includes(`lambda`)?`lambda`:`hash`;Lx(t.value,a)||e.report(a,t,[t.key,Ix[i]],{severity:r(t)})}}}),Ix={lambda:`a lambda`,hash:`a hash`,array:`an array`,text:`a string`,number:`a number`,boolean:"`true` or `false`"};function Lx(e,t){return e.kind===`boolean`?!e.boolean:t===`hash`?L(e)?.length===0:e.kind===`hash`&&e.entries.size===0&&!e.open}function Rx(e){switch(e.kind){case`string`:case`template`:case`symbol`:return`text`;case`number`:case`boolean`:case`array`:case`hash`:case`lambda`:return e.kind;default:return null}}const zx=[Gp,qp,Jp,Yp,Zp,om,sm,Bv,Hv,qv,Yv,Xv,Zv,Qv,ty,ny,ay,oy,ly,fy,vy,yy,xy,wy,Ty,Oy,Iy,Ly,By,Uy,Ky,Yy,rb,sb,ub,hb,_b,yb,xb,wb,Eb,Ob,jb,Nb,Pb,Fb,Bb,Vb,Ub,Wb,Yb,Zb,tx,dx,hx,_x,Cx,Tx,Ax,Mx,Nx,Fx],Bx=`get search list create add update upsert delete remove send upload download import export find fetch retrieve cancel assign archive approve reject invite post run start stop trigger convert merge move copy restart`.split(` `),Vx=new Set(`searches lists updates uploads downloads imports exports finds archives invites posts runs starts stops triggers converts moves copies listing posting finding sending starting moving triggering`.split(` `)),Hx=new Map(Bx.flatMap(e=>{let t=e.replace(/e$/,``);return[[/(?:ch|sh|s)$/.test(e)?`${e}es`:`${e.replace(/y$/,`ie`)}s`,e],[`${t}ing`,e]]})),Ux=new Map([[`creation`,`Create`],[`insertion`,`Create`],[`deletion`,`Delete`],[`removal`,`Delete`],[`retrieval`,`Get`],[`modification`,`Update`],[`cancellation`,`Cancel`],[`cancelation`,`Cancel`],[`archival`,`Archive`]]);function Wx(e,t){let n=e.toLowerCase(),r=Hx.get(n);return r===void 0||Vx.has(n)&&!/^(?:an?|the|one|all|your|multiple|several|existing)$/i.test(t)?null:/^\p{Lu}/u.test(e)?r.charAt(0).toUpperCase()+r.slice(1):r}function Gx(e){let t=e.replace(/\.$/,``).split(` `),n=Ux.get(t.at(-1)?.toLowerCase()??``);if(!n||t.length<2)return null;let[r=``,...i]=t.slice(0,-1);return[n,/^\p{Lu}\p{Ll}/u.test(r)?r.charAt(0).toLowerCase()+r.slice(1):r,...i].join(` `)}const Kx=/\b(?:acct|approx|corp|dept|excl|govt|incl|intl|misc|natl|spec|temp)\.$/i;function qx(e){return/\p{Ll}{4}\.$/u.test(e)&&!Kx.test(e)}function Jx(e){return/^\p{Ll}+(?![\p{L}\p{N}])/u.test(e)}const Yx=/\b(?:Active Directory|Business Central|Marketing Cloud|Power (?:Apps|Automate|BI)|Service Cloud|(?:Adobe|Amazon|Apple|Atlassian|AWS|Azure|Cisco|Dynamics|Facebook|GitHub|GitLab|Google|HubSpot|IBM|Jira|LinkedIn|Meta|Microsoft|Office|Oracle|QuickBooks|Salesforce|SAP|SharePoint|Slack|Stripe|Twilio|Twitter|Xero|YouTube|Zendesk|Zoho)(?:\s\p{Lu}\p{L}+)?)/gu;function Xx(e,t){if(!Ln(e,[t??``]))return!1;let n=e.match(Yx)??[];return Ln(e,[t??``,...n])}const Zx=new Set(`get search list create add update upsert delete remove send upload download import export find fetch retrieve insert modify edit cancel assign archive approve reject invite post run start stop trigger convert merge move copy restart request schedule confirm initiate submit check track log enable disable simulate process finish complete begin undo revert monitor report await poll test validate verify allow prevent block perform execute bulk batch new on mark set wait flag notify query view watch count is has does make show hide open close hold void suspend resume reopen ignore skip accept decline deny receive save read write apply acknowledge resolve sync restore recover change`.split(` `)),Qx=new Set(`record order invoice message email comment note label tag quote issue book link file bill charge pay refund release share review load pin lock unlock activate deactivate calculate call capture clear collect compare describe escalate exclude filter generate include lookup map match parse print publish purge refresh register replace reset retry return revoke scan select ship sign sort split subscribe transfer transform translate unsubscribe use`.split(` `));function $x(e){let t=Fn(e),n=t[0]?.toLowerCase()??``;return Zx.has(n)||t.length>2&&Qx.has(n)}const eS=/^(?:box|calendar|campaigns?|chat|contacts?|database|desk|docs?|drive|email|events?|files?|forms?|groups?|lists?|mail|notes?|people|phone|projects?|sheets?|sms|storage|tables?|tasks?|teams?)$/;function tS(e,t){let[n,r]=[e.toLowerCase(),t.toLowerCase()];return n.startsWith(r)&&/^(?:\s?:|\s[-–|])\s\S/u.test(n.slice(r.length))?!0:!n.endsWith(` ${r}`)||eS.test(r)&&!e.endsWith(t)?!1:/\s(?:in|into|from|to|on|at|using|via)$/.test(n.slice(0,-r.length-1))}const nS=new Map([[`fetch`,`“Get”, “Search” or “List”`],[`retrieve`,`“Get”, “Search” or “List”`],[`modify`,`“Update”`]]),rS=/\s(?:created|updated|deleted|added|removed|sent|uploaded)$/i,iS=/\s(?:as|be|been|if|is|last|newly|not|recently|that|until|was|were|when|whether)\s/i,aS=z({id:`usability/action-title`,severity:`warning`,confidence:`medium`,since:`0.1.0`,options:{maxLength:{kind:`integer`,default:50,minimum:20,summary:`The length of a title from which on it is reported.`}},docs:{summary:`Titles every action as a verb and an object, such as “Create lead”.`,why:`Users choose an action by its title; one form for all of them lets them find it at a glance.`,remedy:"Write the title as `[Verb] [Object]` in sentence case, and leave details to the subtitle.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#title`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#action-general`]},messages:{outcome:e=>`The title “${e}” tells what has happened; an action's title begins with a verb, as in “Create lead”.`,verbForm:(e,t,n)=>`The title “${e}” begins with “${t}” instead of “${n}”.`,noun:(e,t)=>`The title “${e}” names a process; an action's title begins with a verb, as in “${t}”.`,synonym:(e,t,n)=>`The title “${e}” begins with “${t}”, for which Workato's convention is ${n}.`,all:e=>`The title “${e}” is for an action that lists records, for which the verb is “List”.`,markup:e=>`The title “${e}” has HTML in it, which is shown as it is.`,fullStop:e=>`The title “${e}” ends with a full stop.`,lowerCase:e=>`The title “${e}” does not begin with a capital letter.`,titleCase:e=>`The title “${e}” is not in sentence case, as in “Create purchase order”.`,application:(e,t)=>`The title “${e}” repeats the name of the application, \`${t}\`, which users see beside it.`,long:(e,t)=>`The title “${e}” has ${t} characters; details fit the \`subtitle\`.`},examples:{bad:[{name:`an outcome`,source:U`
          { title: 'Acme', actions: { lead: { title: 'Lead created' } } }
                                                     ^^^^^^^^^^^^^^ outcome
        `},{name:`another form of the verb`,source:U`
          { title: 'Acme', actions: { lead: { title: 'Creates lead' } } }
                                                     ^^^^^^^^^^^^^^ verbForm
        `},{name:`a process`,source:U`
          { title: 'Acme', actions: { 'lead' => { 'title' => 'Lead creation' } } }
                                                             ^^^^^^^^^^^^^^^ noun
        `},{name:`a process, by the key of the action`,source:U`
          { title: 'Acme', actions: { invoice_retrieval: { execute: ->(c, i) { get('/invoice') } } } }
                                      ^^^^^^^^^^^^^^^^^^ noun
        `},{name:`a verb that is not the convention's`,source:U`
          { title: 'Acme', actions: { retrieve_lead: { execute: ->(c, i) { get('/lead') } } } }
                                      ^^^^^^^^^^^^^^ synonym
        `},{name:`a list of all records`,source:U`
          { title: 'Acme', actions: { leads: { title: 'Get all leads' } } }
                                                      ^^^^^^^^^^^^^^^ all
        `},{name:`HTML`,source:U`
          { title: 'Acme', actions: { lead: { title: 'Create <b>lead</b>' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^ markup
        `},{name:`a full stop`,source:U`
          { title: 'Acme', actions: { lead: { title: 'Create lead.' } } }
                                                     ^^^^^^^^^^^^^^ fullStop
        `},{name:`a small first letter`,source:U`
          { title: 'Acme', actions: { lead: { title: 'create lead' } } }
                                                     ^^^^^^^^^^^^^ lowerCase
        `},{name:`capitals everywhere`,source:U`
          { title: 'Acme', actions: { order: { title: 'Create Purchase Order' } } }
                                                      ^^^^^^^^^^^^^^^^^^^^^^^ titleCase
        `},{name:`the application's name`,source:U`
          { title: 'Acme', actions: { lead: { title: 'Create lead in Acme' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^ application
        `},{name:`a sentence`,source:U`
          { title: 'Acme', actions: { lead: { title: 'Create lead from contact and company with all of their tasks' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long
        `},{name:`the application before the verb, and the title of a trigger`,source:U`
          { title: 'Acme', actions: { a: { title: 'Acme: Create lead' }, b: { title: 'New lead' } } }
                                                  ^^^^^^^^^^^^^^^^^^^ application
                                                                                     ^^^^^^^^^^ outcome
        `}],good:[{name:`an action as a record of the application`,source:U`{ title: 'Acme', actions: { action: { title: 'Create corrective action' } } }`},{name:`a process that is an object`,source:U`{ title: 'Acme', actions: { cancel: { title: 'Request cancellation' } } }`},{name:`a verb and an object`,source:U`{ title: 'Acme', actions: { lead: { title: 'Create lead' } } }`},{name:`states that the action is about`,source:U`
          { title: 'Acme', actions: {
            a: { title: 'Mark invoice as sent' }, b: { title: 'Mark sent' }, c: { title: 'Email when order is created' }
          } }
        `},{name:`things that look like verbs`,source:U`
          { title: 'Acme', actions: { a: { title: 'Exports list' }, posts_by_id: {}, b: { title: 'Void cancellation' } } }
        `},{name:`names with capitals and small letters of their own, and abbreviations`,source:U`
          { title: 'Calendar', actions: {
            a: { title: 'eSign document' }, b: { title: 'Sync Active Directory' }, c: { title: 'Notify Acme Inc.' },
            d: { title: 'Add event to calendar' }, e: { title: 'Insert row' }
          } }
        `},{name:`acronyms`,source:U`
          { title: 'Acme', actions: { sms: { title: 'Send SMS to PDF list' }, edi: { title: 'Send EDI ORDERS' } } }
        `},{name:`a name in the title`,source:U`{ title: 'Acme', actions: { event: { title: 'Create Google Calendar event' } } }`},{name:`an action that is deprecated`,source:U`{ title: 'Acme', actions: { lead: { title: 'Lead created', deprecated: true } } }`}]},create:e=>({action(t){let n=t.deprecated?null:Vr(t);if(!n||n.text.trim()===``)return;let{place:r,written:i}=n,a=n.text.trim(),o=G(a),[s=``,c=``]=Fn(a),l=Wx(s,c),u=/\sfrom\s/i.test(a)?void 0:nS.get(s.toLowerCase()),d=$x(a),f=d?null:Gx(a),p=Hr(e.connector);/<\/?[a-z][^<>]*>/i.test(a)?e.report(`markup`,r,[o]):l?e.report(`verbForm`,r,[o,s,l]):rS.test(a)&&!d&&!iS.test(a)||/^new \S+$/i.test(a)?e.report(`outcome`,r,[o]):f?e.report(`noun`,r,[o,f]):qx(a)?e.report(`fullStop`,r,[o]):Jx(a)?e.report(`lowerCase`,r,[o],{severity:`notice`}):u?e.report(`synonym`,r,[o,s,u],{severity:`notice`}):/^get (?:all|(?:a )?list of) \S/i.test(a)?e.report(`all`,r,[o],{severity:`notice`}):p&&tS(a,p)?e.report(`application`,r,[o,p],{severity:`notice`}):i&&Xx(a,p)?e.report(`titleCase`,r,[o],{severity:`notice`}):a.length>e.options.maxLength&&e.report(`long`,r,[o,a.length],{severity:`notice`})}})}),oS=/\bin (bulk|batch(?=es\b))|^(?:add|create|update|upsert|delete|insert|import|export|send|upload)\b.* in (batch)$|^(bulk|batch) (?:add|create|update|upsert|delete|remove|insert|import|export|send|get|search|upload|load)\b|^(?!.*\bbatch\b.*\bbatch\b).*\((batch|bulk)\)$/i,sS=z({id:`usability/batch-tag`,severity:`notice`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Marks actions and triggers that work on many records at once.`,why:`The tags “Batch” and “Bulk” in the editor tell users at a glance that a step takes or gives a list or a file.`,remedy:"Set `batch: true` for lists of records, or `bulk: true` for files of them.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#batch`]},messages:{missing:(e,t)=>`The title “${e}” says ${t}, and neither \`batch\` nor \`bulk\` is set.`},examples:{bad:[{name:`a batch without its tag`,source:U`
          { title: 'Acme', actions: { create_leads: { title: 'Create leads in batch' } } }
                                      ^^^^^^^^^^^^^ missing
        `,fixed:U`
          { title: 'Acme', actions: { create_leads: { batch: true, title: 'Create leads in batch' } } }
        `}],good:[{name:`a batch with its tag`,source:U`{ title: 'Acme', actions: { create_leads: { title: 'Create leads in batch', batch: true } } }`},{name:`an object of that name`,source:U`
          {
            title: 'Acme',
            actions: { create_batch: { title: 'Create batch' }, get_payments: { title: 'Get payments in batch' } },
            triggers: { payment_created: { title: 'Batch payment created' }, job_done: { title: 'Bulk job done' } }
          }
        `}]},create:e=>({operation(t){if(t.deprecated||!t.closed||t.has(`batch`)||t.has(`bulk`))return;let n=Vr(t),r=n&&oS.exec(n.text);if(!n||!r)return;let i=(r[1]??r[2]??r[3]??r[4]).toLowerCase(),a=t.get(t.keys[0]??``),o=a&&e.source.slice(a.span),s=a&&o&&/^\w+:$/.test(o)?{fix:{title:`Set \`${i}: true\``,edits:[vr(e.source,a.span,`${i}: true`)]}}:{};e.report(`missing`,t,[G(n.text),i],s)}})}),cS=z({id:`usability/boolean-checkbox`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Shows an input that is true or false as a choice of yes and no.`,why:`In a text field users have to guess whether true, yes or 1 is meant.`,remedy:"Set `control_type: 'checkbox'` and add a `toggle_field` of text for datapills.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#control-types`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions`]},messages:{text:e=>`The field \`${e}\` is of type \`boolean\`, and users get a text field for it.`},examples:{bad:[{name:`no control`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'active', type: 'boolean' }] } } } }
                                                                                    ^^^^^^^^ text
        `,fixed:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'active', control_type: 'checkbox', toggle_hint: 'Select from list', toggle_field: { name: 'active', label: 'Active', type: 'boolean', control_type: 'text', toggle_hint: 'Use custom value' }, type: 'boolean' }] } } } }
        `}],good:[{name:`a checkbox`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'active', type: 'boolean', control_type: 'checkbox' }]
          } } } }
        `},{name:`a choice of the connection`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'sandbox', type: 'boolean', options: [['Yes', 'true'], ['No', 'false']] }] } }
        `},{name:`the text side of a toggle`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'active', type: 'boolean', control_type: 'checkbox',
               toggle_field: { name: 'active', type: 'boolean', control_type: 'text' } }]
          } } } }
        `},{name:`outputs`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'active', type: 'boolean' }] } } } }
        `}]},create:e=>({attribute:H([`type`],(t,{value:n})=>{let{name:r}=t;if(I(n)!==`boolean`||r===null||!t.isSeen||!t.closed||!t.isPristine||ox(t)!==`text`||t.has(`toggle_field`)||t.has(`pick_list`)||t.has(`options`))return;let i=t.has(`control_type`)||t.isConnection?null:lx(t),a=i===null?null:rx(e.source,t,`control_type: 'checkbox'`,...i);e.report(`text`,$(t),[r],a?{fix:{title:`Show a checkbox`,edits:[a]}}:{})})})}),lS=z({id:`usability/config-field-toggle`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Keeps datapills out of the fields that decide on other fields.`,why:`A config field is read while the recipe is edited, when a datapill has no value, so the fields that depend on it vanish.`,remedy:"Give the `toggle_field` of a config field `control_type: 'plain-text'`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{control:(e,t)=>`The toggle of the config field \`${e}\` has the control \`${t}\`, which takes datapills, instead of \`plain-text\`.`},examples:{bad:[{name:`a toggle to text`,source:U`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'text' } }
                                                                            ^^^^^^ control
          ] } } }
        `,fixed:U`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'plain-text' } }
          ] } } }
        `}],good:[{name:`a toggle to plain text`,source:U`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'plain-text' } }
          ] } } }
        `},{name:`inputs that nothing depends on`,source:U`
          { title: 'Acme', actions: { create_object: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses',
              toggle_field: { name: 'status', type: 'string', control_type: 'text' } }
          ] } } } }
        `},{name:`a field without datapills`,source:U`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects', support_pills: false,
              toggle_field: { name: 'object', type: 'string', control_type: 'text' } }
          ] } } }
        `},{name:`a toggle without datapills`,source:U`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'text', support_pills: false } }
          ] } } }
        `}]},create:e=>({attribute:H([`toggle_field`],t=>{let{toggle:n,name:r}=t;if(t.isToggle||!n||r===null)return;let i=t.uses.filter(e=>!e.list.path.startsWith(`triggers.`)),a=i.some(e=>e.list.role===`config`),o=t.flag(`extends_schema`)===!0&&i.some(e=>e.list.role===`input`);if(!a&&!o||n.flag(`support_pills`)===!1||t.flag(`support_pills`)===!1)return;let s=n.get(`control_type`),c=s?n.text(`control_type`):n.closed?`text`:null;if(c===null||!/^(?:text|text-area|string|integer|number)$/.test(c.replaceAll(`_`,`-`)))return;let l=s&&nx(e.source,s,`plain-text`);e.report(`control`,s?.valuePlace??$(n),[r,c],l?{fix:{title:"Use the control `plain-text`",edits:[l]}}:{})})})}),uS=/(?:^|_)(?:user_?name|user|login|email|user_?mail|pass_?(?:word|phrase|code)|passwd|pwd|pass|pin)$|^login_/i,dS=/(?:^|_)(?:api_?key|key|token|secret|client_id|client_secret|app_id|app_key|consumer_key|account_id|merchant_id|sender_id|tenant_id|org_id|company_id)$/,fS=z({id:`usability/connection-hint`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Tells where to find each credential of the connection.`,why:`Users who cannot find a key in the application do not get past the connection.`,remedy:"Add a `hint` to the field that says where in the application the value is, with a link to that page.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-connection`]},messages:{missing:e=>`The connection field \`${e}\` has no \`hint\` that tells where to find its value.`,several:e=>`The connection fields ${e} have no \`hint\` that tells where to find their values.`},examples:{bad:[{name:`an API key`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }
                                                          ^^^^^^^^^ missing
        `},{name:`the client of an OAuth app`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'client_id' }, { name: 'client_secret' }] } }
                                                          ^^^^^^^^^^^ several
        `}],good:[{name:`a hint with a link`,source:U`
          { title: 'Acme', connection: { fields: [
            { name: 'api_key', hint: "Get it <a href='https://acme.com/keys' target='_blank'>here</a>." }
          ] } }
        `},{name:`a hint for both parts of a pair`,source:U`
          { title: 'Acme', connection: { fields: [
            { name: 'client_id', hint: 'Create an app under Settings > Apps.' }, { name: 'client_secret' }
          ] } }
        `},{name:`a hint elsewhere, and a label that tells it`,source:U`
          { title: 'Acme', connection: { fields: [
            { name: 'domain', hint: 'Create the API key of this domain under Settings > API.' },
            { name: 'api_key' }, { name: 'token', label: 'Token (Settings > API)' }
          ] } }
        `},{name:`passwords of several names`,source:U`
          { title: 'Acme', connection: { fields: [
            { name: 'db_password', control_type: 'password' }, { name: 'pwd', control_type: 'password' }
          ] } }
        `},{name:`a user's own login`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'username' }, { name: 'password' }, { name: 'region' }] } }
        `}]},create:e=>{let t=[],n=!1;return{field(e){e.isConnection&&!e.isToggle&&e.name!==null&&(/\b(?:keys?|tokens?|secrets?|credentials?)\b/i.test(Nn(e.text(`hint`)??``))&&(n=!0),/[(>]|\bfrom\b/i.test(e.text(`label`)??``)||uS.test(e.name)||e.text(`control_type`)===`subdomain`||(dS.test(e.name.toLowerCase())||e.text(`control_type`)===`password`)&&(e.has(`hint`)||e.has(`help`)?n=!0:e.closed&&!e.has(`pick_list`)&&!e.has(`options`)&&t.push(e)))},end(){let[r]=t;if(!r||n||pS(e.connector.connection.authorization))return;let i=t.map(e=>e.name);i.length===1?e.report(`missing`,$(r),[r.name]):e.report(`several`,$(r),[Rn(i)])}}}});function pS(e){return I(e?.get(`type`)?.value)===`none`}function mS(e){return(Nn(e).match(/[^\p{L}\p{M}\p{N}\s.,:;!?'"“”‘’`()[\]_…&–—-]/gu)??[]).join(``)}const hS=z({id:`usability/consistent-terms`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes the label of a field the same way everywhere.`,why:`One thing under two spellings makes users look for the difference.`,remedy:`Choose one spelling for all fields of that name.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{differ:(e,t,n)=>`The field \`${e}\` is labelled “${t}” here, and “${n}” elsewhere.`},examples:{bad:[{name:`two spellings`,source:U`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead owner' }] } },
            new_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead owner' }] } },
            set_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead Owner' }] } }
                                                                       ^^^^^^^^^^^^ differ
          } }
        `}],good:[{name:`what a label ends with`,source:U`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Owner:' }] } },
            get_user: { input_fields: ->(_) { [{ name: 'owner', label: 'Owner' }] } }
          } }
        `},{name:`signs that make a difference`,source:U`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'discount', label: 'Discount ($)' }] } },
            get_user: { input_fields: ->(_) { [{ name: 'discount', label: 'Discount (%)' }] } }
          } }
        `},{name:`two things of one name`,source:U`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'id', label: 'Lead ID' }] } },
            get_user: { input_fields: ->(_) { [{ name: 'id', label: 'User ID' }] } }
          } }
        `}]},create:e=>{let t=new Map;return{attribute:H([`label`],e=>{let n=e.text(`label`)?.trim();if(!e.isSeen||e.name===null||!n)return;let r=t.get(e.name)??new Map;t.set(e.name,r),W(r,n,e)}),end(){for(let n of[...t.values()].flatMap(gS)){let[t,...r]=[...n].sort(([,e],[,t])=>t.length-e.length);for(let[n,i]of r){let[r]=i,a=r?.get(`label`)?.valuePlace;if(!r||!a)continue;let o=t[1][0]?.get(`label`)?.valuePlace;e.report(`differ`,a,[r.name,G(n),G(t[0])],o?{related:[{span:o.span,message:`The usual label of the field.`}]}:{})}}}}}});function gS(e){if(e.size<2)return[];let t=new Map;for(let[n,r]of e){let e=`${Pn(n)}\n${mS(n)}`,i=t.get(e)??new Map;t.set(e,i);for(let e of r)W(i,_S(n),e)}return[...t.values()].filter(e=>e.size>1)}function _S(e){return e.replace(/[.:]{1,3}$/,``).replace(/\b(id|url)(s?)\b/gi,(e,t,n)=>t.toUpperCase()+n.toLowerCase())}const vS=z({id:`usability/custom-action`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Points users of the custom action to the API's reference.`,why:`A custom action is a request that users write themselves, which takes the documentation of the API.`,remedy:"Add `custom_action_help` with `learn_more_url`, `learn_more_text` and a `body`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/custom-action.html`]},messages:{noHelp:()=>"The connector offers a custom action and has no `custom_action_help`.",noLink:()=>"The help of the custom action has no `learn_more_url`.",unused:()=>"The connector has `custom_action_help`, and `custom_action` is not true."},examples:{bad:[{name:`a custom action without help`,source:U`
          { title: 'Acme', custom_action: true }
                           ^^^^^^^^^^^^^^ noHelp
        `},{name:`help without a link`,source:U`
          { title: 'Acme', custom_action: true, custom_action_help: { body: 'Build your own action.' } }
                                                ^^^^^^^^^^^^^^^^^^^ noLink
        `},{name:`help for nothing`,source:U`
          { title: 'Acme', custom_action_help: { learn_more_url: 'https://acme.com/api', body: 'Build your own.' } }
                           ^^^^^^^^^^^^^^^^^^^ unused
        `}],good:[{name:`help with a link`,source:U`
          { title: 'Acme', custom_action: true,
            custom_action_help: { learn_more_url: 'https://acme.com/api', learn_more_text: 'API', body: 'Build your own.' } }
        `},{name:`help with a link in its text`,source:U`
          { title: 'Acme', custom_action: true,
            custom_action_help: { body: 'See the <a href="https://acme.com/api">API</a>.' } }
        `},{name:`no custom action`,source:U`{ title: 'Acme', custom_action: false }`}]},create:e=>({connector({root:t}){let n=t.get(`custom_action`),r=t.get(`custom_action_help`),i=n?F(n.value):!t.closed&&null;if(n&&i&&!r&&t.closed&&e.report(`noHelp`,n,[]),!r)return;if(i===!1){e.report(`unused`,r,[]);return}if(r.value.kind!==`hash`||r.value.open||r.value.entries.has(`learn_more_url`))return;let a=r.value.entries.get(`body`),o=a?I(a.value):``;o!==null&&!/https?:/u.test(o)&&e.report(`noLink`,r,[])}})}),yS=/\b(?:instead|replac\w+|superseded|migrat\w+|moved to|use(?! this\b)|newer|no longer|see|prefer|switch|recommend\w*|upgrade|obsolete|retired|removed|discontinued|favou?r|supported|sunset|end of life)\b/i,bS=z({id:`usability/deprecated-note`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Says what to use instead of a deprecated action or trigger.`,why:`Recipes with the old step go on, and whoever maintains them needs to know what it is to become.`,remedy:"Name the action or trigger that replaces it in its `help`, `subtitle` or `description`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#deprecated`]},messages:{missing:(e,t)=>`The deprecated ${e} \`${t}\` does not say what to use instead.`},examples:{bad:[{name:`help that was left as it was`,source:U`
          { title: 'Acme', actions: { create_lead: { deprecated: true, help: 'Creates a lead.' } } }
                                      ^^^^^^^^^^^^ missing
        `},{name:`a title that says no more`,source:U`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead (deprecated)', deprecated: true } } }
                                      ^^^^^^^^^^^^ missing
        `}],good:[{name:`help that names the new action`,source:U`
          { title: 'Acme', actions: { create_lead: {
            deprecated: true, help: 'Use the action <b>Create object</b> instead.'
          } } }
        `},{name:`help in other words`,source:U`
          { title: 'Acme', actions: {
            a: { deprecated: true, help: 'Switch to Create object.' },
            b: { deprecated: true, help: 'Deprecated. Use Create object.' },
            c: { deprecated: true, subtitle: 'Deprecated: Create object does this.' },
            d: { deprecated: true, help: 'Acme shuts down this API, so the action is deprecated.' },
            e: { deprecated: true, title_hint: 'Create object is newer' },
            f: { deprecated: true, subtitle: 'Legacy, use "Create object"' },
            g: { deprecated: true, help: 'Not supported by version 2.' }
          } }
        `},{name:`a link`,source:U`
          { title: 'Acme', actions: { a: {
            deprecated: true, help: { body: 'Creates a lead.', learn_more_url: 'https://acme.com/v2', learn_more_text: 'Version 2' }
          } } }
        `},{name:`an action in use`,source:U`{ title: 'Acme', actions: { create_lead: { help: 'Creates a lead.' } } }`}]},create:e=>({operation(t){if(!t.deprecated||!t.closed)return;let n=xS(t,`title`),r=[`subtitle`,`title_hint`,`description`,`help`,`hint`].map(e=>xS(t,e));[n,...r].some(e=>e===null||yS.test(e))||r.some(e=>/\bdeprecated\b/i.test(e))||e.report(`missing`,t,[t.kind,t.name])}})});function xS(e,t){if(!e.has(t))return``;let n=Br(e,t);if(n?.kind===`hash`&&n.entries.has(`learn_more_url`))return null;let r=Mn(n?.kind===`hash`?n.entries.get(`body`)?.value:n);return r.length===0||r.some(e=>!e.whole)?null:r.map(e=>Nn(e.text)).join(` `)}function SS(e,t){return[e.actions,e.triggers].flatMap(({entries:e,property:n})=>{let r=e.filter(e=>!e.deprecated),i=r.filter(e=>e.closed&&!e.has(t));return n&&i.length===r.length&&i.length>=4?[{kind:`section`,section:n,operations:i}]:i.map(e=>({kind:`operation`,operation:e}))})}const CS=/class\s*=[^>]{0,200}\bprovider\b/,wS=z({id:`usability/description`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Describes every action and trigger as “Create lead in Acme”.`,why:`The description is the line that a step shows in a recipe, so it has to tell what the step does and where.`,remedy:"Add a `description` such as `Create <span class='provider'>lead</span> in <span class='provider'>Acme</span>`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#general`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#description`]},messages:{missing:(e,t)=>`The ${e} \`${t}\` has no \`description\`.`,noneOf:e=>`None of the ${e} has a \`description\`.`,empty:(e,t)=>`The description of the ${e} \`${t}\` is empty.`,plain:e=>`The description “${e}” does not set off its object and application with \`<span class='provider'>\`.`},examples:{bad:[{name:`no description`,source:U`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead' } } }
                                      ^^^^^^^^^^^^ missing
        `},{name:`an empty description`,source:U`
          { title: 'Acme', actions: { create_lead: { description: '' } } }
                                                                  ^^ empty
        `},{name:`nothing set off`,source:U`
          { title: 'Acme', actions: { create_lead: { description: 'Create lead in Acme' } } }
                                                                  ^^^^^^^^^^^^^^^^^^^^^ plain
        `},{name:`a whole section without descriptions`,source:U`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `}],good:[{name:`a class among others, in a text with needless backslashes`,source:U`
          { title: 'Acme', actions: { create_lead: {
            description: 'Create <span class=\"bold provider\">lead</span>'
          } } }
        `},{name:`object and application set off`,source:U`
          { title: 'Acme', actions: { create_lead: {
            description: "Create <span class='provider'>lead</span> in <span class='provider'>Acme</span>"
          } } }
        `},{name:`a description that depends on the input`,source:U`
          { title: 'Acme', actions: { create_object: {
            description: lambda do |_input, labels|
              "Create <span class='provider'>#{labels['object'] || 'object'}</span>"
            end
          } } }
        `},{name:`an action that is deprecated`,source:U`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`}]},create:e=>({connector(t){for(let n of SS(t,`description`))n.kind===`section`?e.report(`noneOf`,n.section,[n.section.key]):e.report(`missing`,n.operation,[n.operation.kind,n.operation.name])},operation(t){if(t.deprecated)return;let{kind:n,name:r}=t,i=t.get(`description`);if(!i)return;let a=Br(t,`description`),o=Mn(a);a?.kind===`nil`||o.length===1&&o[0].text.trim()===``?e.report(`empty`,i.valuePlace,[n,r]):o.length===1&&o[0].whole&&!CS.test(o[0].text)&&e.report(`plain`,i.valuePlace,[G(Nn(o[0].text))],{severity:`notice`})}})}),TS=/\b(?:allowed|possible|valid|accepted|permitted|supported|available) (?:values?|options?)(?: here)?(?: are| is|:)[ :]*([^.]*)|^options: *([^.]*)/i,ES=/(?:\b(?:must|can|may) be (?:either|one of)|^(?:either|one of)\b|\bone of(?: the following)?:)[ :]*([^.]*)/i,DS=/\b(?:true or false|yes or no|true\/false|yes\/no)\b/i,OS=/[{}=]|\b(?:conditions?|evaluat\w+|expressions?|filters?|formulas?|functions?|json|queries|query|results?|returns?|rules?)\b/i,kS=/^(?:an? )?(?:base64|csv|dates?|datetimes?|decimals?|digits?|emails?|etc|files?|html|ids?|integers?|json|letters?|links?|more|names?|numbers?|others?|phones?|so on|strings?|text|timestamps?|urls?|usernames?|words?|xml)$/i,AS=z({id:`usability/enumerable`,severity:`notice`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Offers a list where only some values are allowed.`,why:`Users choose from a list without a mistake; a value typed after a hint fails in the job when it is misspelt.`,remedy:"Use `control_type: 'select'` with a `pick_list` of the values and a `toggle_field`, or a checkbox.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{list:e=>`The hint of the text field \`${e}\` lists the values that are allowed.`,truth:e=>`The hint of the text field \`${e}\` asks for true or false.`},examples:{bad:[{name:`values in the hint`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'status', hint: 'Possible values are: open, closed, waiting.' }]
                     ^^^^^^^^ list
          } } } }
        `},{name:`true or false`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'active', hint: 'Whether it is active, true or false.' }]
                     ^^^^^^^^ truth
          } } } }
        `},{name:`values with other signs between them`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'priority', hint: 'Allowed values: low/medium/high' },
                    ^^^^^^^^^^ list
            { name: 'state', hint: 'Options: open | closed' }
                    ^^^^^^^ list
          ] } } } }
        `}],good:[{name:`several ways to say it`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'user', hint: 'Can be either email or username.' }, { name: 'owner', hint: 'One of: name, email.' }
          ] } } } }
        `},{name:`what is true or false by itself`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'condition', hint: 'A formula that evaluates to true or false.' }]
          } } } }
        `},{name:`kinds of values, and lists that go on`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'code', hint: 'Allowed values: A-Z, a-z, 0-9' }, { name: 'size', hint: 'Supported values: integers, decimals' },
            { name: 'currency', hint: 'Possible values: USD, EUR, GBP, etc.' },
            { name: 'day', hint: 'Options: dd/mm/yyyy' }, { name: 'kind', hint: 'Possible values: image/png' },
            { name: 'map', hint: 'Values: label, value' },
            { name: 'locale', hint: "Possible values: en, fr. See <a href='https://acme.com' target='_blank'>all of them</a>." }
          ] } } } }
        `},{name:`a list, with the values for its toggle`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses',
              toggle_field: { name: 'status', control_type: 'text', hint: 'Allowed values are: open, closed.' } }
          ] } } } }
        `},{name:`values with commas between them`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'tags', hint: 'Several tags, separated by commas, as in red, green.' }]
          } } } }
        `}]},create:e=>({attribute:H([`hint`],t=>{let{name:n}=t;if(n===null||!t.isSeen||!t.closed||t.has(`pick_list`)||t.has(`options`)||t.has(`toggle_field`)||!/^(?:text|plain-text|string)$/.test(ox(t)??``))return;let r=t.text(`hint`);if(r===null||r.length>1e3)return;let i=Nn(r);if(DS.test(i)){t.text(`type`)!==`array`&&!OS.test(i)&&e.report(`truth`,$(t),[n]);return}if(/<a\s/i.test(r))return;let a=TS.exec(i);jS(a?.[1]??a?.[2]??MS(ES.exec(i)?.[1]??``))&&e.report(`list`,$(t),[n])})})});function jS(e){let t=(/^\p{L}{3,}(?:\/\p{L}{3,}){2,}$/u.test(e.trim())?e.replaceAll(`/`,`,`):e).split(/,|\bor\b|\band\b|[;|]/).map(e=>e.trim().replace(/^['"“]|['"”]$/g,``)).filter(e=>e!==``);return t.length>=2&&t.every(e=>/^[\w-]{1,30}(?: [\w-]{1,20})?$/.test(e))&&!t.some(e=>kS.test(e)||/^\w-\w$/.test(e))}function MS(e){return/^(?:(?:'[^']*'|"[^"]*"|“[^”]*”)(?:\s*(?:,|;|\bor\b|\band\b)\s*|\s*$)){2,}/.test(e)?e:``}const NS=/^(?:an? |the |some )?(?:error|unknown error|unexpected error|internal error|fail(?:ed|ure)?|exception|invalid|oops|bad request|wrong|not ok|something (?:went|is) wrong|(?:error|failure) occurred|(?:request|action|operation) failed|invalid (?:input|request|data|value)s?)$/,PS=z({id:`usability/error-message`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Says in each error what went wrong and what to do.`,why:`The message is all that users see of a failed job; one that only says “Error” sends them to support.`,remedy:`Name the input or the answer of the application in the message, and what would set it right.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-error-messages`,`https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html`]},messages:{generic:e=>`The error message “${e}” does not say what went wrong.`,blank:e=>`The call of \`${e}\` has an empty message.`},examples:{bad:[{name:`a word`,source:U`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) { error('Invalid input') if i['id'].blank? } } } }
                                                                            ^^^^^^^^^^^^^^^ generic
        `},{name:`a text beside a rescue of other errors, and other signals`,source:U`
          {
            'title' => 'Acme',
            'connection' => {
              'authorization' => {
                'type' => 'custom_auth',
                'acquire' => ->(connection) { post('/login', connection) },
                'refresh_on' => [401, 'Expired', /denied/]
              }
            },
            'methods' => {
              'read' => lambda do |text|
                error('Invalid request') if text.blank?
                      ^^^^^^^^^^^^^^^^^ generic
                parse_json(text)
              rescue JSON::ParserError
                raise 'Error'
                      ^^^^^^^ generic
              end
            }
          }
        `},{name:`nothing`,source:U`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) { raise '' if i['id'].blank? } } } }
                                                                            ^^ blank
        `}],good:[{name:`a text that the lambda rescues`,source:U`
          {
            title: 'Acme',
            methods: {
              first: lambda do |rows|
                begin
                  error('Not OK') if rows.blank?
                  rows.first
                rescue StandardError => e
                  error("No rows: #{e.message}")
                end
              end,
              second: ->(rows) { (rows[1] || raise('Invalid')) rescue {} }
            }
          }
        `},{name:`a text that each caller of the method rescues`,source:U`
          {
            title: 'Acme',
            test: ->(connection) { get("/#{call('read', connection)}") rescue error('Enter a subdomain.') },
            methods: { read: ->(connection) { connection['subdomain'] || raise('Invalid') } }
          }
        `},{name:`a text that makes the SDK log in again`,source:U`
          {
            title: 'Acme',
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: ->(connection) { post('/login', connection) },
                refresh_on: [401, 'Invalid', /not ok/i]
              }
            },
            methods: { check: ->(body) { body['ok'] ? error('Invalid') : error('Not OK') } }
          }
        `},{name:`what to do`,source:U`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) {
            error('Provide at least one search criteria.') if i.blank?
          } } } }
        `},{name:`the application's own message`,source:U`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) {
            get('/lead').after_error_response(/4../) { |code, body, headers, message| error("#{message}: #{body}") }
            error(i['message'] || 'Unknown error') if i['failed']
          } } } }
        `}]},create:e=>{let t=e.shared(Ys),n=[],r=new Map,i=e=>void n.push(e);return{bareCall:{error:i,raise:i},node:t.listeners,methodCall:e=>W(r,I(e.name),e),end(){for(let e of n)a(e)}};function a({node:n,lambda:r}){let i=w(n),a=i[0];if(!a||i.length!==1||t.isRescued(n))return;let c=e.connector.evaluate(a),[l]=c.kind===`choice`?[]:Mn(c);if(!l?.whole)return;let u={span:C(a),path:r?.path??null},d=l.text.trim()===``;!d&&!NS.test(Pn(l.text))||s(l.text)||o(r)||(d?e.report(`blank`,u,[n.name]):e.report(`generic`,u,[G(l.text)]))}function o(e){return e?.owner===`method`?r.get(e.key)?.every(({node:e})=>t.isRescued(e))??!1:!1}function s(t){let{connection:n}=e.connector;return[n.authorization,...n.options].some(e=>[`refresh_on`,`detect_on`].some(n=>R(e?.get(n)?.value).some(e=>FS(e,t))))}}});function FS(e,t){return e.kind===`array`?e.open||e.items.some(({value:e})=>R(e).some(e=>FS(e,t))):Xo(e,j(t))!==!1}const IS=/(?:^|_)(?:date|time|timestamp|datetime)$|_at$|(?:ed|due|paid|sent)_on$|^(?:since|until)$|(?:^|_)date_(?:from|to)$|^(?:created|updated|modified|changed)_(?:after|before|since)$|^date(?:From|To)$|(?:Date|Time|Timestamp|At)$/,LS=/^(?:add|all|allow|any|disable|display|enable|has|hide|ignore|include|is|no|send(?!_(?:at|date|on|time)$)|show|skip|track|use)_/,RS=/(?:^|_)(?:based|focused|hosted|located|look(?:ed)?|priced|related|stored|switched|targeted|turned|up_to|used|valued|worked)_?(?:at|date|on)$|(?:^|_)(?:average|avg|build|busy|cycle|delivery|down|elapsed|estimated|execution|full|handling|handle|hold|idle|lag|lead|life|load|max|min|over|part|playing|prep|preparation|processing|real|reaction|resolution|response|ring|run|running|serving|setup|spent|talk|total|tracked|travel|up|wait|waiting|work|working|wrap_up)_?times?$/,zS=/(?:_ids|Ids|^tags|_tags|Tags|^emails|_emails|Emails|^recipients)$/,BS=/^(?:q|query|filter|filters|where|expand|sort|sort_by|sortBy|order_by|orderBy|search_query|soql|jql|sql|expression)$/,VS=/clause|condition|expan|expression|filters?$|order(?: by)?$|quer|sort|sql|jql|where/i,HS=/[()[\]:,?]|\b(?:comma|epoch|format|iso|minutes?|hours?|days?|seconds?|separated|unix|utc|y{2,4}|list of|id)\b|\d/i,US=z({id:`usability/field-hint`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Gives a hint where the form of an input is not plain.`,why:`Users cannot know how an application wants its dates, lists and filters written, and find out by failing jobs.`,remedy:"Add a `hint` that names the format with an example, or use a `control_type` that leaves no choice.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints`]},messages:{date:e=>`The text field \`${e}\` takes a date or time, and neither a \`hint\` nor its \`control_type\` tells the format.`,list:e=>`The text field \`${e}\` takes several values, and no \`hint\` tells how they are separated.`,expression:e=>`The text field \`${e}\` takes an expression, and no \`hint\` tells how to write one.`},examples:{bad:[{name:`a date as text`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'start_date' }] } } } }
                                                                             ^^^^^^^^^^^^ date
        `},{name:`a list as text`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'contact_ids' }] } } } }
                                                                             ^^^^^^^^^^^^^ list
        `},{name:`a query`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'filter' }] } } } }
                                                                             ^^^^^^^^ expression
        `},{name:`bounds of a time`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'created_after' }, { name: 'dateTo' }] } } } }
                                                                             ^^^^^^^^^^^^^^^ date
                                                                                                        ^^^^^^^^ date
        `}],good:[{name:`names that are like those of a moment`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'lead_time' }, { name: 'handleTime' }, { name: 'based_on' }, { name: 'add_on' }, { name: 'send_emails' }]
          } } } }
        `},{name:`labels and defaults that show the form`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [
            { name: 'start_date', label: 'Start date (YYYY-MM-DD)' }, { name: 'end_date', default: '2026-12-31' },
            { name: 'tags', label: 'Tags, separated by commas' }, { name: 'query', label: 'Search term' },
            { name: 'since', label: 'Since ID' }
          ] } } } }
        `},{name:`a date with its control`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [
            { name: 'start_date', type: 'date', control_type: 'date' },
            { name: 'end_date', hint: 'The last day, as in 2026-12-31.' }
          ] } } } }
        `},{name:`fields that are plain`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'first_name' }, { name: 'lead_id' }] } } } }
        `},{name:`a list of values`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [
            { name: 'contact_ids', type: 'array', of: 'string' }
          ] } } } }
        `},{name:`outputs`,source:U`{ title: 'Acme', actions: { list: { output_fields: ->(_) { [{ name: 'created_at' }] } } } }`}]},create:e=>({field(t){let{name:n}=t;if(n===null||!t.isSeen||t.isConnection||!t.closed||!t.isPristine||t.has(`hint`)||t.has(`help`)||t.has(`pick_list`)||t.has(`properties`)||sx(t)!==`string`||!/^(?:text|text-area|plain-text|string)$/.test(ox(t)??``)||/^[A-Z_\d]+$/.test(n)||t.has(`toggle_field`)||t.has(`default`))return;let r=t.has(`label`)?t.text(`label`):``;if(r===null||HS.test(r))return;let i=n.replace(/(?<=[a-z])(?=[A-Z])/g,`_`).toLowerCase();if(LS.test(i))return;let a=t.has(`convert_input`)||t.has(`render_input`);IS.test(n)&&!a?RS.test(i)||e.report(`date`,$(t),[n]):zS.test(n)&&!a?e.report(`list`,$(t),[n],{severity:`notice`}):BS.test(n)&&(r===``||VS.test(r))&&e.report(`expression`,$(t),[n],{severity:`notice`})}})});function WS(e){let t=Pr(e),n=t?.word.toLowerCase();return n===`hr`||n===`desc`&&/\b(?:asc|by|direction|is|order|sort)\b/i.test(e)?null:t}const GS=new Set(`ACTION ACTIVE AMOUNT AUTHOR BRANCH CITY CLIENT CLOSED CODE COLOR COUNT DATE DOMAIN EMAIL EVENT FOLDER FORMAT GENDER GROUP HEIGHT ITEM ITEMS LABEL LENGTH LEVEL LINE LINES LIST LOCALE METHOD MOBILE NAME NOTE NOTES NUMBER ORDER OWNER PARENT PHONE PRICE PUBLIC QUERY RATE REASON REGION SOURCE START STATE STATUS STREET SUBJECT TARGET TASK TERM TIME TITLE TOTAL TYPE UNIT USER VALUE VENDOR WEIGHT WIDTH YEAR`.split(` `));function KS(e){return GS.has(e)||/^[A-Z]{7,}$/.test(e)&&(e.match(/[AEIOU]/g)??[]).length>=2}function qS(e){return/^(?!..[A-Z].$)[a-z]{2,}(?:[A-Z][a-z]+)+$/.test(e)}const JS=/(?<![\w.:/$`'"{[<-])(?:Id|id|Url|url)s?(?![\w=`'"}\]>-]|[.:]\w)/,YS=z({id:`usability/field-label`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Labels fields in words that users know.`,why:`Users know a field only by its label; “ID” or “QTY” leaves them to guess what is asked for.`,remedy:"Give the field a `label` in sentence case that says what the value is, and of what.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{id:e=>`The field \`${e}\` has no \`label\`, so users see “ID” and not of what.`,letter:(e,t)=>`The field \`${e}\` has no \`label\`, so users see “${t}”.`,badWord:(e,t,n)=>`The field \`${e}\` has no \`label\`, so users see “${t}” with “${n}” in it.`,capitals:(e,t)=>`The field \`${e}\` has no \`label\`, so users see “${t}” in capitals.`,raw:e=>`The label “${e}” is a name of the API, not one for users.`,punctuation:e=>`The label “${e}” ends with punctuation.`,acronym:(e,t,n)=>`The label “${e}” has “${t}” instead of “${n}”.`,blank:e=>`The field \`${e}\` has an empty \`label\`.`},examples:{bad:[{name:`an id of something`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'id' }] } } } }
                                                                                 ^^^^ id
        `},{name:`a letter`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'q' }] } } } }
                                                                                 ^^^ letter
        `},{name:`a shortened word`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'qty' }] } } } }
                                                                                 ^^^^^ badWord
        `,fixed:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'qty', label: 'Quantity' }] } } } }
        `},{name:`capitals`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'DESCRIPTION' }] } } } }
                                                                                 ^^^^^^^^^^^^^ capitals
        `,fixed:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'DESCRIPTION', label: 'Description' }] } } } }
        `},{name:`a name as the label`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'first_name' }] } } } }
                                                                                             ^^^^^^^^^^^^ raw
        `,fixed:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name' }] } } } }
        `},{name:`a colon`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name:' }] } } } }
                                                                                             ^^^^^^^^^^^^^ punctuation
        `,fixed:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name' }] } } } }
        `},{name:`an acronym in small letters`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Lead Id' }] } } } }
                                                                                             ^^^^^^^^^ acronym
        `,fixed:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Lead ID' }] } } } }
        `},{name:`an acronym after a word that has the same letters`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Valid id' }] } } } }
                                                                                             ^^^^^^^^^^ acronym
        `,fixed:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Valid ID' }] } } } }
        `},{name:`an empty label`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: '' }] } } } }
                                                                                             ^^ blank
        `},{name:`a name in camel case for a label`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'firstName', label: 'firstName' }] } } } }
                                                                                                     ^^^^^^^^^^^ raw
        `,fixed:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'firstName', label: 'First name' }] } } } }
        `},{name:`the label of a datapill`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'owner_id', label: 'owner_id' }] } } } }
                                                                                                     ^^^^^^^^^^ raw
        `,fixed:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'owner_id', label: 'Owner ID' }] } } } }
        `}],good:[{name:`an id of which the hint says more`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'id', hint: 'The ID of the lead.' }] } } } }
        `},{name:`acronyms and coordinates`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'IBAN' }, { name: 'UNSPSC' }, { name: 'x' }] } } } }
        `},{name:`abbreviations and code in labels`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [
            { name: 'phone', label: 'Phone ext.' }, { name: 'company', label: 'Acme Corp.' }, { name: 'path', label: 'Path of user.id' },
            { name: 'source', label: 'utm_source' }
          ] } } } }
        `},{name:`names of which Workato makes good labels`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) {
            [{ name: 'first_name' }, { name: 'lastName' }, { name: 'customer_id' }, { name: 'websiteUrl' }]
          } } } }
        `},{name:`a label that says of what`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'id', label: 'Lead ID' }] } } } }
        `},{name:`outputs`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) {
            [{ name: 'id' }, { name: 'qty' }, { name: 'mmHg', label: 'mmHg' }, { name: 'phone', label: 'iPhone' }]
          } } } }
        `}]},create:e=>({field(t){let{name:n}=t,r=t.get(`label`);if(!t.isSeen&&!(r&&t.isOutput&&t.isCurrent))return;if(r){let i=t.text(`label`)?.trim();if(i===void 0||n===null)return;let a=r.valuePlace,o=t=>XS(nx(e.source,r,t),t);if(i===``)e.report(`blank`,a,[n]);else if(/^(?!utm_)[a-z0-9]+(?:_[a-z0-9]+)+$/.test(i)||i===n&&qS(i))e.report(`raw`,a,[G(i)],o(Tr(i)));else if(qx(i)||/[^.]:$/.test(i))e.report(`punctuation`,a,[G(i)],o(i.slice(0,-1).trim()));else{let t=JS.exec(i);if(!t||i.includes(`://`))return;let[n]=t,r=n.replace(/^\w+?(?=s?$)/,e=>e.toUpperCase()),s=i.slice(0,t.index)+r+i.slice(t.index+n.length);e.report(`acronym`,a,[G(i),n,r],o(s))}return}if(n===null||!t.closed||!t.isPristine)return;let i=Tr(n),a=i===`Desc`&&t.text(`type`)===`boolean`?null:WS(i);if(i===`ID`)ix(t)&&!t.has(`hint`)&&e.report(`id`,$(t),[n]);else if(/^[A-W]$/.test(i))e.report(`letter`,$(t),[n,i]);else if(a)e.report(`badWord`,$(t),[n,i,a.word],ZS(e.source,t,zr(i)));else if(KS(i)){let r=i.charAt(0)+i.slice(1).toLowerCase();e.report(`capitals`,$(t),[n,i],ZS(e.source,t,r))}}})});function XS(e,t){let n={title:`Label it “${t}”`};return e?{severity:`notice`,fix:{...n,edits:[e]}}:{severity:`notice`}}function ZS(e,t,n){return XS(rx(e,t,`label: '${n}'`),n)}function QS(e,t,n){return SS(e,t).flatMap(e=>{if(e.kind===`operation`)return e.operation.has(n)?[]:[e];let t=e.operations.filter(e=>!e.has(n));return t.length===e.operations.length?[e]:t.map(e=>({kind:`operation`,operation:e}))})}function $S(e){return Pn(e).replace(/^this (?:action|trigger|step) /u,``).replace(/^\w+(?<=[^s])s\b/u,e=>e.slice(0,-1)).replace(/\b(?:an?|the) /gu,``)}const eC=z({id:`usability/help`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Explains every action and trigger in its help.`,why:`Users who do not know the application choose and set up a step by what its help tells them.`,remedy:"Add `help` that says what the step does, what it needs and what its limits are.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-help-text`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#help`]},messages:{missing:(e,t)=>`The ${e} \`${t}\` has no \`help\`.`,noneOf:e=>`None of the ${e} has \`help\`.`,empty:(e,t)=>`The help of the ${e} \`${t}\` is empty.`,same:e=>`The help “${e}” only repeats the title or subtitle.`},examples:{bad:[{name:`no help`,source:U`
          { title: 'Acme', triggers: { new_lead: { title: 'New lead' } } }
                                       ^^^^^^^^^ missing
        `},{name:`empty help`,source:U`
          { title: 'Acme', actions: { create_lead: { help: '' } } }
                                                           ^^ empty
        `},{name:`the title once more`,source:U`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead', help: { body: 'Create lead.' } } } }
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ same
        `},{name:`a whole section without help`,source:U`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `},{name:`help that says the title as a sentence`,source:U`
          { title: 'Acme', actions: { lead: { title: 'Create lead', help: 'This action creates a lead.' } } }
                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ same
        `}],good:[{name:`the key of former versions`,source:U`
          { title: 'Acme', triggers: { new_lead: { title: 'New lead', hint: 'Picks up new leads every five minutes.' } } }
        `},{name:`only a link`,source:U`
          { title: 'Acme', actions: { create_lead: {
            help: { body: '', learn_more_url: 'https://acme.com/docs', learn_more_text: 'Documentation' }
          } } }
        `},{name:`help that says more`,source:U`
          { title: 'Acme', actions: { create_lead: {
            help: 'Creates one lead. Leads with the email address of another lead are merged into it.'
          } } }
        `},{name:`an action that is deprecated`,source:U`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`}]},create:e=>({connector(t){for(let n of QS(t,`help`,`hint`))if(n.kind===`section`){let t=n.operations.every(tC)?`notice`:`warning`;e.report(`noneOf`,n.section,[n.section.key],{severity:t})}else{let{operation:t}=n,r=tC(t)?`notice`:`warning`;e.report(`missing`,t,[t.kind,t.name],{severity:r})}},operation(t){if(t.deprecated)return;let{kind:n,name:r}=t,i=t.get(`help`);if(!i)return;let a=Br(t,`help`),o=Mn(nC(a));if(o.length!==1||!o[0].whole)return;let{text:s}=o[0],c=Pn(s);c===``?rC(a)||e.report(`empty`,i.valuePlace,[n,r]):[Vr(t)?.text,iC(t)].some(e=>e&&(Pn(e)===c||$S(e)===$S(s)))&&e.report(`same`,i.valuePlace,[G(s)])}})});function tC({kind:e,inputFields:t,configFields:n}){return e!==`action`||n.exists?!1:!t.exists||t.closed&&t.fields.length<=2}function nC(e){return e?.kind===`hash`&&!e.open?e.entries.get(`body`)?.value:e}function rC(e){return e?.kind===`hash`&&e.entries.has(`learn_more_url`)}function iC(e){let[t]=Mn(Br(e,`subtitle`));return t?.whole?t.text:void 0}const aC=z({id:`usability/help-link`,severity:`notice`,confidence:`medium`,since:`0.1.0`,options:{inputs:{kind:`integer`,default:12,minimum:1,summary:`The number of inputs from which on help needs a link.`}},docs:{summary:`Links the documentation from the help of steps that take some setting up.`,why:`What a step with many inputs, or a webhook to register, needs does not fit into a paragraph.`,remedy:"Let `help` return a hash with `body`, `learn_more_url` and `learn_more_text`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-help-text`]},messages:{missing:(e,t)=>`The help of the ${e} \`${t}\` has no link to its documentation.`,noUrl:e=>`The help of \`${e}\` has a \`learn_more_text\` and no \`learn_more_url\` that it leads to.`,noText:e=>`The help of \`${e}\` has a \`learn_more_url\` and no \`learn_more_text\` to click on.`,address:(e,t)=>`The \`learn_more_url\` of \`${e}\`, \`${t}\`, does not begin with \`https://\`.`},examples:{bad:[{name:`a webhook to register`,source:U`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: {
              help: 'Register the webhook in Acme.',
              ^^^^^ missing
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `},{name:`a link without a text`,source:U`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: 'https://acme.com/docs' }
            ^^^^^ noText
          } } }
        `},{name:`a text without a link`,source:U`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_text: 'Learn more' }
            ^^^^^ noUrl
          } } }
        `},{name:`a link that is not encrypted`,source:U`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: 'http://acme.com/docs', learn_more_text: 'Learn more' }
            ^^^^^ address
          } } }
        `}],good:[{name:`addresses of other forms, and help beside the webhook's address`,source:U`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            a: {
              help: 'Register the webhook as told at www.acme.com/hooks.',
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            },
            b: {
              help: 'Register the webhook in Acme.', webhook_url_help: { body: 'Paste it in Settings.' },
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `},{name:`a link`,source:U`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: 'https://acme.com/docs', learn_more_text: 'Learn more' }
          } } }
        `},{name:`a link that is left blank`,source:U`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: '', learn_more_text: '' }
          } } }
        `},{name:`a step that is plain`,source:U`
          { title: 'Acme', actions: { get_lead: { help: 'Gets a lead.', input_fields: ->(_) { [{ name: 'lead_id' }] } } } }
        `}]},create:e=>({operation(t){let n=t.get(`help`);if(t.deprecated||!n)return;let r=Br(t,`help`),{kind:i,name:a}=t,[o,s]=[`learn_more_url`,`learn_more_text`].map(e=>oC(r,e)),c=I(o??void 0);s&&!o?e.report(`noUrl`,n,[a]):o&&!s?e.report(`noText`,n,[a]):c!==null&&!/^\s*https:\/\//i.test(c)?e.report(`address`,n,[a,G(c,60)]):!o&&sC(t,e.options.inputs)&&!lC(r)&&e.report(`missing`,n,[i,a])}})});function oC(e,t){let n=e?.kind===`hash`&&!e.open?e.entries.get(t)?.value:void 0;return!n||n.kind===`nil`||n.kind===`string`&&n.text.trim()===``?null:n}function sC(e,t){return e.has(`webhook_url_help`)?!1:e.kind===`trigger`&&e.triggerKind===`static_webhook`||e.inputFields.fields.filter(e=>!e.conditional).length>=t}const cC=/<a\s|https?:\/\/|\bwww\.|\b[\w-]{1,63}\.[a-z]{2,24}\/\w/i;function lC(e){let t=Mn(e?.kind===`hash`&&!e.open?e.entries.get(`body`)?.value:e);return t.length===0||t.some(({text:e,whole:t})=>!t||cC.test(e))}const uC=/[A-Za-z][A-Za-z0-9_-]*/y;function dC(e){let t=[],n=e.indexOf(`<`);for(;n!==-1;){let r=e[n+1]===`/`;uC.lastIndex=n+(r?2:1);let i=uC.exec(e)?.[0].toLowerCase();if(i===void 0){n=e.indexOf(`<`,n+1);continue}let a=uC.lastIndex,o=fC(e,a);if(o===-1)return{tags:t,broken:e.slice(n,n+40)};t.push({name:i,closing:r,attributes:a===o?pC:mC(e.slice(a,o)),source:e.slice(n,o+1)}),n=e.indexOf(`<`,o)}return{tags:t,broken:null}}function fC(e,t){let n=``;for(let r=t;r<e.length;r++){let t=e[r];if(n!==``)t===n&&(n=``);else if(t===`'`||t===`"`)(e[r-1]===`=`||/=\s$/.test(e.slice(Math.max(0,r-2),r)))&&(n=t);else if(t===`>`)return r;else if(t===`<`)return-1}return-1}const pC=new Map;function mC(e){let t=new Map;for(let n of e.slice(0,2e3).matchAll(/([A-Za-z-]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g))t.set(n[1].toLowerCase(),n[2]??n[3]??n[4]??``);return t}const hC=new Set([`br`,`hr`,`img`,`input`,`wbr`]),gC=new Set([`p`,`li`,`td`,`tr`,`th`,`br`]),_C=new Set(`a abbr b blockquote br button center code dd details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img input kbd label li mark ol p pre s section small span strike strong sub summary sup table tbody td th thead tr tt u ul var wbr`.split(` `));function vC(e){return _C.has(e)}function yC(e){let t=[];for(let n of e)if(!(hC.has(n.name)||gC.has(n.name)||n.source.endsWith(`/>`))&&vC(n.name)){if(!n.closing)t.push(n);else if(t.at(-1)?.name===n.name)t.pop();else return t.at(-1)??n}return t.at(-1)??null}const bC=new Set(`article aside audio big caption cite col colgroup del dfn figcaption figure footer header iframe ins main nav nobr picture q ruby samp source strike svg tfoot time video`.split(` `));function xC(e){let t=e.indexOf(`<!--`);if(t===-1)return e;let n=``,r=0;for(;t!==-1;){let i=e.indexOf(`-->`,t+4);if(i===-1)break;n+=e.slice(r,t),r=i+3,t=e.indexOf(`<!--`,r)}return n+e.slice(r)}const SC=z({id:`usability/hint-html`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`safe`,docs:{summary:`Writes HTML in hints, help and descriptions that the editor can show.`,why:`A tag that is not closed, or a word in angle brackets, makes the editor hide text or show it wrongly.`,remedy:"Close every tag and quote, give links an `href` and `target='_blank'`, and write `&lt;` for an angle bracket.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#attribute-description`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints`]},messages:{unbalanced:e=>`The tag \`${e}\` has no counterpart in this text.`,broken:e=>`The tag that begins with \`${e}\` does not end: a quote or a \`>\` is missing.`,notHtml:e=>`The editor takes \`${e}\` for a tag and does not show it.`,noAddress:()=>"The link has no `href`.",relative:e=>`The link's address \`${e}\` does not begin with \`https://\`, so it leads into Workato.`,plain:e=>`The link's address \`${e}\` begins with \`http://\` instead of \`https://\`.`,target:e=>`The link has the target \`${e}\`, the name of one tab for all such links; \`_blank\` opens a new one.`,noTarget:()=>"The link has no `target='_blank'`, so it leads users away from what they are editing."},examples:{bad:[{name:`a tag that is not closed`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'See <b>Settings.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^ unbalanced
        `},{name:`a quote that is not closed`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "See <a href='https://acme.com>here</a>." }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken
        `},{name:`a placeholder in angle brackets`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'As in https://acme.com/<account>/home.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ notHtml
        `},{name:`a link without an address`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'See <a>here</a>.' }] } }
                                                                       ^^^^^^^^^^^^^^^^^^ noAddress
        `},{name:`an address without a scheme`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='acme.com' target='_blank'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ relative
        `},{name:`an address that is not encrypted`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='http://acme.com' target='_blank'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ plain
        `},{name:`another target`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='blank'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ target
        `,fixed:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='_blank'>Keys</a>" }] } }
        `},{name:`no target`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com'>Keys</a>" }] } }
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noTarget
        `,fixed:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "<a href='https://acme.com' target='_blank'>Keys</a>" }] } }
        `}],good:[{name:`elements that are rare, and comments`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: '<del>Old</del> <cite>new</cite><!-- <b> --><a name="top"></a>' }] } }
        `},{name:`a link with attributes that are not known`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: "See <a #{link}>here</a>." }] } }
        `},{name:`a step that is deprecated`,source:U`
          { title: 'Acme', actions: { create: { deprecated: true, input_fields: ->(_) { [{ name: 'key', hint: '<b>Key' }] } } } }
        `},{name:`a link in a new tab`,source:U`
          { title: 'Acme', connection: { fields: [
            { name: 'key', hint: "Get it <a href='https://acme.com/keys' target='_blank'>here</a>.<br>It is <b>secret</b>." }
          ] } }
        `},{name:`arrows and comparisons`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'key', hint: 'Go to Settings -> Keys, if x < 5 and y > 3.' }] } }
        `},{name:`a text of which a part is not known`,source:U`
          { title: 'Acme', actions: { create: { description: ->(input) { "<b>#{input['a']}" } } } }
        `}]},create:e=>{let t=new Set;return{attribute:H([`hint`],(e,t)=>{(e.isInput||e.isConfig||e.isConnection)&&e.isCurrent&&n(t.value,t.valuePlace)}),operation(e){if(!e.deprecated)for(let t of[`help`,`description`]){let r=e.get(t),i=Br(e,t),a=i?.kind===`hash`?i.entries.get(`body`)?.value:i;r&&a&&n(a,DC(r,a))}}};function n(n,i){if(!(n.kind===`choice`||t.has(n.node))){n.node&&t.add(n.node);for(let{text:t,whole:a}of Mn(n)){if(!t.includes(`<`))continue;let{tags:n,broken:o}=dC(xC(t)),s=n.find(e=>!vC(e.name)&&!bC.has(e.name)),c=a&&o===null?yC(n):null;o!==null&&a?e.report(`broken`,i,[G(o,30)]):s?e.report(`notHtml`,i,[G(s.source,30)]):c?e.report(`unbalanced`,i,[G(c.source,30)]):r(n.filter(e=>e.name===`a`&&!e.closing),i)}}}function r(t,n){let r=[],a=[];for(let i of t){let t=i.attributes.get(`href`)?.trim()??``,o=i.attributes.get(`target`);CC(i)||(t===``?!i.attributes.has(`name`)&&!i.attributes.has(`id`)&&e.report(`noAddress`,n,[]):/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(t)?e.report(`relative`,n,[G(t,40)]):/^http:\/\/[\w-]+\.[\w.-]*[a-z]/i.test(t)?e.report(`plain`,n,[G(t,40)],{severity:`notice`}):/^https?:/i.test(t)&&o===void 0?r.push(i):o!==void 0&&/^(?:blank|_blanc|new|blank_)$/i.test(o.trim())&&a.push(i))}let[o]=a;if(o){let t=a.flatMap(e=>i(e,n,TC(e.source)));e.report(`target`,n,[o.attributes.get(`target`)],{severity:`notice`,...EC(t,a)})}else if(r.length>0){let t=r.flatMap(e=>i(e,n,wC(e.source)));e.report(`noTarget`,n,[],{severity:`notice`,...EC(t,r)})}}function i(t,n,r){let i=e.source.slice(n.span),a=i.indexOf(t.source),o=r.includes(`'`)&&!t.source.includes(`'`),s=r===t.source||o&&!i.startsWith(`"`)||t.source.includes(`￼`);if(a===-1||i.indexOf(t.source,a+1)!==-1||s)return[];let c=n.span.start+qn(i.slice(0,a));return[{span:{start:c,end:c+qn(t.source)},text:r}]}}});function CC(e){return e.source.replace(/"[^"]*"|'[^']*'/g,``).includes(`￼`)}function wC(e){return`${e.slice(0,-1).trimEnd()} target='_blank'>`}function TC(e){return e.replace(/(target\s?=\s?["']?)[^"'>\s]+/i,`$1_blank`)}function EC(e,t){return e.length===t.length?{fix:{title:`Open the link in a new tab`,edits:e}}:{}}function DC(e,t){return t.node?{span:C(t.node),path:e.path}:e.valuePlace}const OC=/^(?:please )?(?:(?:enter|provide|specify|input|type|fill in|add|give|choose|select|set|pick)(?: (?:in|an?|the|your|here))* |(?:this is |it is )?(?:the|your) )/,kC=z({id:`usability/hint-quality`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes hints that say more than the label.`,why:`A hint that repeats the label costs the reader time, and hides that something is left unsaid.`,remedy:`Say what the value is for, where to find it or how to write it; without anything to say, leave the hint out.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints`]},messages:{repeats:(e,t)=>`The hint “${e}” says no more than the label “${t}”.`,state:e=>`The hint “${e}” tells only what the editor shows anyway.`,draft:e=>`The hint “${e}” is not written yet.`,blank:e=>`The hint of the field \`${e}\` is empty.`,dots:e=>`The hint “${e}” ends with dots, as if more were to come.`},examples:{bad:[{name:`the label once more`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Enter your subdomain.' }] } }
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^ repeats
        `},{name:`whether the field is required`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', optional: false, hint: 'Required' }] } }
                                                                                              ^^^^^^^^^^ state
        `},{name:`a reminder`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'TODO: describe' }] } }
                                                                             ^^^^^^^^^^^^^^^^ draft
        `},{name:`an empty hint`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: '' }] } }
                                                                             ^^ blank
        `},{name:`dots at the end`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Where the account is held...' }] } }
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dots
        `},{name:`other words for the label, and for what is shown`,source:U`
          {
            title: 'Acme',
            connection: {
              fields: [
                { name: 'first_name', hint: 'This is the first name.' },
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ repeats
                { name: 'account_id', hint: 'ID of the account' },
                                            ^^^^^^^^^^^^^^^^^^^ repeats
                { name: 'domain', optional: false, hint: 'This field is required.' },
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ state
                { name: 'region', hint: 'N/A' }
                                        ^^^^^ draft
              ]
            }
          }
        `}],good:[{name:`forms and beginnings of values`,source:U`
          { title: 'Todo', connection: { fields: [
            { name: 'number', hint: 'XXX-XX-XXXX' }, { name: 'list', hint: 'Todo list in which the task is made' },
            { name: 'key', hint: 'Starts with sk_live_...' }, { name: 'url', hint: 'As in https://acme.com/...' }
          ] } }
        `},{name:`signs that say more than the label`,source:U`
          { title: 'Acme', actions: { send: { input_fields: ->(_) {
            [{ name: 'discount', hint: 'Discount (%)' }, { name: 'channel', hint: '#channel' }]
          } } } }
        `},{name:`a state that the field does not have`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Required' }] } }
        `},{name:`a hint that helps`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'For acme.example.com, enter acme.' }] } }
        `},{name:`examples that end with dots`,source:U`
          { title: 'Acme', connection: { fields: [{ name: 'region', hint: 'One of eu1, eu2, ...' }] } }
        `}]},create:e=>({attribute:H([`hint`],(t,n)=>{if(!t.isInput&&!t.isConfig&&!t.isConnection)return;let r=t.text(`hint`);if(r===null||!t.isCurrent)return;let i=ax(t),a=r.length>(i?.length??0)+AC?null:jC(r,i,t);a===`blank`?e.report(`blank`,n.valuePlace,[t.name??`?`],{severity:`notice`}):a===`repeats`?e.report(a,n.valuePlace,[G(r),i]):a?e.report(a,n.valuePlace,[G(r)]):FC(r)&&e.report(`dots`,n.valuePlace,[G(r)],{severity:`notice`})})})}),AC=150;function jC(e,t,n){if(e.trim()===``)return`blank`;let r=Pn(e);return MC(e,r)?`draft`:NC(r,n.flag(`optional`))?`state`:t!==null&&PC(e,r,t)?`repeats`:null}function MC(e,t){return/^(?:todo|tbd|tbc|fixme|xxx|hint|hint text|n a)$/.test(t)||/^\s*(?:TODO|FIXME|TBD\s*[:-]|lorem ipsum|Lorem ipsum)\b/.test(e)}function NC(e,t){let n=/^(?:this (?:field |input )?is )?(?:an? )?(?<state>required|mandatory|optional)(?: field| input)?$/.exec(e)?.groups?.state;return n!==void 0&&n===`optional`==(t!==!1)}function PC(e,t,n){let r=Pn(n),i=t.replace(OC,``).replace(/ here$/,``),a=i.replace(/^(\w+) of (?:the |an? |your )?([\w ]+)$/,`$2 $1`)===r?r:i;return(a===r||a===r.replace(OC,``)&&t.split(` `)[0]===r.split(` `)[0])&&r!==``&&mS(e)===mS(n)}function FC(e){let t=e.trimEnd();return/\.\.\.$|…$/u.test(t.slice(-3))?/(?:^|\s)\p{Ll}{3,}\s?(?:\.{3,}|…)$/u.test(t)&&!/[,:]|\b(?:begins?|bearer|e\.g|etc|example|like|starts?|such as)\b/i.test(e):!1}const IC=z({id:`usability/id-pick-list`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lets users choose by name where they would have to know an id.`,why:`Users know the names of their projects and departments; ids they would have to look up.`,remedy:"Use `control_type: 'select'` with the pick list, and keep the text field as its `toggle_field`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{unused:(e,t)=>`The field \`${e}\` takes an id as text, while the connector has the pick list \`${t}\`.`},examples:{bad:[{name:`a pick list that fits`,source:U`
          { title: 'Acme',
            actions: { create: { input_fields: ->(_) { [{ name: 'project_id' }] } } },
                                                                ^^^^^^^^^^^^ unused
            pick_lists: { projects: ->(_) { get('/projects').pluck('name', 'id') } } }
        `}],good:[{name:`the record itself, and a list that is written out`,source:U`
          { title: 'Acme',
            actions: {
              update_project: { input_fields: ->(_) { [{ name: 'project_id' }] } },
              create_lead: { input_fields: ->(_) { [{ name: 'status_id' }] } }
            },
            pick_lists: {
              projects: ->(_) { get('/projects').pluck('name', 'id') }, status_list: -> { [['Open', 'open'], ['Closed', 'closed']] }
            } }
        `},{name:`the pick list in use`,source:U`
          { title: 'Acme',
            actions: { create: { input_fields: ->(_) {
              [{ name: 'project_id', control_type: 'select', pick_list: 'projects' }]
            } } },
            pick_lists: { projects: ->(_) { get('/projects').pluck('name', 'id') } } }
        `},{name:`no such pick list`,source:U`{ title: 'Acme', actions: { create: { input_fields: ->(_) { [{ name: 'project_id' }] } } } }`}]},create:e=>({field(t){let{name:n}=t;if(!n?.endsWith(`d`)||!t.isSeen||t.isConnection||!t.closed||!t.isPristine||t.has(`pick_list`)||t.has(`toggle_field`)||!/^(?:text|integer|number)$/.test(ox(t)??``))return;let r=/^([a-z][a-z_]*[a-z])_id$/.exec(n)?.[1]??/^([a-z]+)Id$/.exec(n)?.[1];if(r===void 0||t.uses.every(({list:e})=>LC(e.path,r)))return;let i=[`${r}s`,`${r}_list`,`${r.replace(/y$/,`ie`)}s`].find(t=>{let n=e.connector.pickLists.get(t);return n?.lambda&&L(n.options)===null&&n.lambda.parameters.required.length<=1&&n.lambda.parameters.requiredKeywords.length===0});i!==void 0&&e.report(`unused`,$(t),[n,i])}})});function LC(e,t){return(e.split(`.`)[1]??``).replace(/[_-]/g,``).toLowerCase().includes(t.replaceAll(`_`,``).toLowerCase())}const RC=/_(?:add|archive|cancel|clear|close|create|delete|execute|export|import|mark|remove|run|send|set|start|stop|subscribe|unsubscribe|update|upsert)(?:_|$)/i,zC=z({id:`usability/no-inputs-no-outputs`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Gives later steps something to work with.`,why:`Only output fields become datapills; without them no later step can use what an action or trigger found.`,remedy:"Describe the result in `output_fields`; an action that only does something may give the id or the state of it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html`]},messages:{neither:e=>`The action \`${e}\` has neither input fields nor output fields.`,noOutput:(e,t)=>`The ${e} \`${t}\` has no output fields, so it gives no datapills.`},examples:{bad:[{name:`an action without fields`,source:U`
          { title: 'Acme', actions: { sync: { execute: ->(c, i) { post('/sync') } } } }
                                      ^^^^^ neither
        `},{name:`a search without outputs`,source:U`
          { title: 'Acme', actions: { search_leads: {
                                      ^^^^^^^^^^^^^ noOutput
            input_fields: ->(_) { [{ name: 'email' }] }, output_fields: ->(_) { [] }
          } } }
        `},{name:`outputs that are nothing`,source:U`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'email' }] }, output_fields: ->(_) {} } } }
                                      ^^^^^^^^^ noOutput
        `}],good:[{name:`an action of a thing that is called like a verb`,source:U`
          { title: 'Acme', actions: { list_add_member: { input_fields: ->(_) { [{ name: 'email' }] } } } }
        `},{name:`an action that only does something`,source:U`
          { title: 'Acme', actions: { delete_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] }, output_fields: ->(_) { [] }
          } } }
        `},{name:`outputs that are not known`,source:U`{ title: 'Acme', actions: { list_leads: { output_fields: ->(d) { d['lead'] } } } }`},{name:`an action that is deprecated`,source:U`{ title: 'Acme', actions: { sync: { deprecated: true } } }`}]},create:e=>({operation(t){if(t.deprecated||!t.closed||!BC(t.outputFields))return;let{kind:n,name:r}=t;n===`trigger`||/^(?:get|search|list|find|fetch|retrieve|query|lookup|read)(?:_|$)/i.test(r)&&!RC.test(r)?e.report(`noOutput`,t,[n,r]):BC(t.inputFields)&&BC(t.configFields)&&e.report(`neither`,t,[r],{severity:`notice`})}})});function BC(e){return!e.exists||e.value.kind===`nil`||e.closed&&e.fields.length===0}const VC=z({id:`usability/output-labels`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Labels datapills in words that users know.`,why:`Users search the data tree for a datapill by its label; abbreviations of the API are not what they search for.`,remedy:"Give the output fields a `label`, from the API's metadata where it has one.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions`]},messages:{one:(e,t,n)=>`The output field \`${e}\` has no \`label\`, so users see “${t}” with “${n}” in it.`,several:(e,t)=>`The output fields ${e} have no \`label\`, so users see labels such as “${t}”.`},examples:{bad:[{name:`a shortened word`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'qty' }] } } } }
                                                                                  ^^^^^ one
        `},{name:`several in one list`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'cust_no' }, { name: 'acct_no' }] } } } }
                                                                                  ^^^^^^^^^ several
        `}],good:[{name:`a step that is deprecated`,source:U`
          { title: 'Acme', actions: { get_lead: { deprecated: true, output_fields: ->(_) { [{ name: 'qty' }] } } } }
        `},{name:`names of which Workato makes good labels`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'id' }, { name: 'createdAt' }] } } } }
        `},{name:`a label`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'qty', label: 'Quantity' }] } } } }
        `}]},create:e=>{let t=new Map;return{field(e){let{name:n}=e;n===null||!e.isOutput||e.isInput||e.isConfig||e.has(`label`)||Pr(Tr(n))?.kind===`short`&&e.closed&&e.isPristine&&e.isCurrent&&W(t,e.path.split(`.`).slice(0,2).join(`.`),e)},end(){for(let n of t.values()){let[t]=n;if(!t)continue;let r=Tr(t.name);new Set(n.map(e=>e.name)).size===1?e.report(`one`,$(t),[t.name,r,Pr(r).word]):e.report(`several`,$(t),[Rn([...new Set(n.map(e=>e.name))]),r])}}}}}),HC=/^(?!\D*\d)(?![a-z]{2}_[a-z]{2}$)(?:[a-z]+(?:_[a-z]+)+|[A-Z]+(?:_[A-Z]+)+)$/,UC=z({id:`usability/pick-list-labels`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names the options of pick lists in words.`,why:"Users read the label of an option; values of the API such as `in_progress` or two equal labels leave them to guess.",remedy:"Write each option as `['In progress', 'in_progress']`, with a label of its own.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/picklists.html`]},messages:{raw:(e,t,n)=>`The pick list \`${e}\` shows values of the API as labels, such as “${t}” instead of “${n}”.`,twice:(e,t)=>`The pick list \`${e}\` has the label “${t}” for two different values.`},examples:{bad:[{name:`values as labels`,source:U`
          { title: 'Acme', pick_lists: { statuses: ->() { [%w[open open], %w[in_progress in_progress]] } } }
                                         ^^^^^^^^^ raw
        `},{name:`one label for two values`,source:U`
          { title: 'Acme', pick_lists: { sizes: ->() { [['Small', 's'], ['Small', 'xs']] } } }
                                         ^^^^^^ twice
        `},{name:`values in camel case as labels`,source:U`
          { title: 'Acme', pick_lists: { statuses: ->() { [%w[name name], %w[createdAt createdAt]] } } }
                                         ^^^^^^^^^ raw
        `}],good:[{name:`locales, encodings and models`,source:U`
          { title: 'Acme', pick_lists: { locales: ->() { [%w[en_us en_us], %w[utf_8 utf_8], %w[gpt_4 gpt_4]] } } }
        `},{name:`labels in words`,source:U`
          { title: 'Acme', pick_lists: { statuses: ->() { [['Open', 'open'], ['In progress', 'in_progress']] } } }
        `},{name:`names and units that begin small`,source:U`
          { title: 'Acme', pick_lists: {
            airlines: ->() { [%w[easyJet easyJet], %w[Lufthansa Lufthansa]] }, units: ->() { [%w[mmHg mmHg]] }
          } }
        `},{name:`codes that users know`,source:U`{ title: 'Acme', pick_lists: { verbs: ->() { [%w[GET get], %w[POST post]] } } }`},{name:`options that are not known`,source:U`
          { title: 'Acme', pick_lists: { boards: ->() { get('/boards').map { |board| [board['name'], board['id']] } } } }
        `}]},create:e=>{return{pickList(e){t(e.name,e.options,e)},attribute:H([`pick_list`,`options`],(e,n)=>{(e.isInput||e.isConfig||e.isConnection)&&(e.name===null||n.key===`options`&&e.has(`pick_list`)||t(e.name,n.value,n))})};function t(t,n,r){let i=new Map,a=null,o=null,s=null,c=!1;for(let e of L(n)??[]){let t=L(e),[n,r]=[I(t?.[0]),I(t?.[1])];if(n===null||(HC.test(n)?o??=n:r===n&&qS(n)&&(s??=n),c||=/^\p{Lu}/u.test(n),r===null||t?.length!==2))continue;let l=i.get(n);l!==void 0&&l!==r&&(a??=n),i.set(n,r)}c||(o??=s),a===null?o!==null&&e.report(`raw`,r,[t,G(o),Tr(qS(o)?o:o.toLowerCase())]):e.report(`twice`,r,[t,G(a)])}}}),WC=z({id:`usability/required-marked`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Marks inputs as required that a request cannot do without.`,why:`An optional input in the path of a request gives an address that ends too early, and an error that tells nothing.`,remedy:"Set `optional: false` on the field, or check the input before the request.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{path:(e,t)=>`The field \`${e}\` is optional, and the path of the request \`${t}\` is not complete without it.`},examples:{bad:[{name:`an optional id in the path`,source:U`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] },
                                           ^^^^^^^^^ path
            execute: ->(_connection, input) { get("/leads/#{input['lead_id']}") }
          } } }
        `},{name:`an input that is encoded`,source:U`
          { title: 'Acme', actions: {
            get_lead: {
              input_fields: ->(_) { [{ name: 'lead_id' }] },
                                             ^^^^^^^^^ path
              execute: ->(_connection, input) { get("/leads/#{input['lead_id'].to_s.encode_url}") }
            }
          } }
        `}],good:[{name:`a path for each way`,source:U`
          { title: 'Acme', actions: { get_party: {
            input_fields: ->(_) { [{ name: 'lead_id' }, { name: 'user_id' }, { name: 'kind' }] },
            execute: lambda do |_connection, input|
              if input['kind'] == 'lead'
                get("/leads/#{input['lead_id']}")
              else
                get("/users/#{input['user_id']}")
              end
            end
          } } }
        `},{name:`a method that checks the input`,source:U`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] },
            execute: lambda do |_connection, input|
              call('check', input)
              get("/leads/#{input['lead_id']}")
            end
          } } }
        `},{name:`one record or all of them`,source:U`
          { title: 'Acme', actions: {
            list_leads: { input_fields: ->(_) { [{ name: 'id' }] }, execute: ->(_, input) { get("/leads/#{input['id']}") } },
            get_leads: {
              input_fields: ->(_) { [{ name: 'id', hint: 'Leave blank for all leads.' }] },
              execute: ->(_, input) { get("/leads/#{input['id']}") }
            },
            get_folder: {
              input_fields: ->(_) { [{ name: 'path' }, { name: 'drive', hint: 'Defaults to your own.' }, { name: 'view' }] },
              execute: ->(_, input) { get("/#{input['drive'].to_s}/#{input['path'].to_s.encode_url}/#{input['view']&.strip}") }
            }
          } }
        `},{name:`a required id`,source:U`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id', optional: false }] },
            execute: ->(_connection, input) { get("/leads/#{input['lead_id']}") }
          } } }
        `},{name:`an input that is checked`,source:U`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] },
            execute: ->(_connection, input) {
              error('Provide a lead ID.') if input['lead_id'].blank?
              get("/leads/#{input['lead_id']}")
            }
          } } }
        `},{name:`a parameter of the query`,source:U`
          { title: 'Acme', actions: { list_leads: {
            input_fields: ->(_) { [{ name: 'page' }] },
            execute: ->(_connection, input) { get("/leads?page=#{input['page']}") }
          } } }
        `}]},create:e=>({request(t){let{lambda:n}=t;if(n?.key!==`execute`||n.owner!==`action`)return;let r=e.connector.actions.get(n.ownerName),i=n.parameters.required[1];if(r&&!r.deprecated&&i&&r.inputFields.closed)for(let a of GC(t.node,i)){let o=r.inputFields.fields.find(e=>e.name===a);if(!o||!o.closed||o.has(`default`)||o.has(`ngIf`)||qC(r,o))continue;let s=o.get(`optional`);s&&F(s.value)!==!0||XC(e.source.slice(n.span),i,a)||e.report(`path`,$(o),[a,t.verb])}}})});function GC(e,t){let[n]=w(e);if(!(n instanceof v))return[];let r=[],i=``;for(let e of n.parts){if(e instanceof x&&e.unescaped.includes(`?`))break;let n=e instanceof De?KC(e.statements?.body??[],t):null;n!==null&&i.endsWith(`/`)&&r.push(n),i=e instanceof x?e.unescaped:``}return r}function KC(e,t){let n=e.length===1?e[0]:null;for(;n instanceof _&&/^(?:to_s|to_param|encode_url|strip)$/.test(n.name);){if(n.isSafeNavigation())return null;n=n.receiver}if(!(n instanceof _)||!/^(?:\[\]|delete)$/.test(n.name)||!(n.receiver instanceof y)||n.receiver.name!==t)return null;let[r]=w(n);return E(r)}function qC(e,t){return/^(?:list|search|find|get_all)(?:_|$)/.test(e.name)||t.name===`path`?!0:t.has(`hint`)&&/\b(?:all|blank|defaults?|empty|if|optional)\b/i.test(t.text(`hint`)??`all`)}const JC=/\b(?:if|unless|case|while|until|rescue)\b|\?\s|&&|\|\|/;function YC(e,t){return[`\\b${t}\\.(?!delete\\b)\\w+`,`\\b${t}\\s*\\[\\s*[^'":\\s]`,`\\b${t}\\s*=[^=]`,`=\\s*${t}\\b(?!\\s*\\[)`,`\\bcall\\b.{0,200}\\b${t}\\b(?!\\s*\\[)`].some(t=>new RegExp(t).test(e))}function XC(e,t,n){return e.length>2e4||[`'${n}'`,`"${n}"`,`:${n}`].reduce((t,n)=>t+e.split(n).length-1,0)>1||JC.test(e)||YC(e,t)}const ZC=z({id:`usability/sample-output`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Gives a sample of the output of every action and trigger.`,why:`The recipe editor shows the sample beside each datapill, so users see what they map before they run anything.`,remedy:"Add `sample_output` that returns a literal hash, or one small request for records with many fields.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output`]},messages:{missing:(e,t)=>`The ${e} \`${t}\` has no \`sample_output\`.`,empty:e=>`The \`sample_output\` of \`${e}\` is empty.`,noneOf:e=>`None of the ${e} has a \`sample_output\`.`},examples:{bad:[{name:`an action with outputs`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(d) { d['lead'] } } } }
                                      ^^^^^^^^^ missing
        `},{name:`a whole section`,source:U`
          { title: 'Acme', triggers: { new_a: { output_fields: ->(d) { d['a'] } }, new_b: {}, new_c: {}, new_d: {} } }
                           ^^^^^^^^^ noneOf
        `},{name:`a sample of nothing`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(d) { d['lead'] }, sample_output: ->() { {} } } } }
                                                                                      ^^^^^^^^^^^^^^ empty
        `}],good:[{name:`a sample`,source:U`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(d) { d['lead'] }, sample_output: ->() { { id: 1 } }
          } } }
        `},{name:`actions without outputs`,source:U`
          {
            title: 'Acme',
            actions: { delete_lead: { output_fields: ->(_) { [] } }, ping: { output_fields: ->(_) {} }, pong: { output_fields: nil } }
          }
        `},{name:`a section without outputs`,source:U`{ title: 'Acme', actions: { add_a: {}, add_b: {}, add_c: { output_fields: ->(_) { [] } }, add_d: {} } }`},{name:`an action that is deprecated`,source:U`{ title: 'Acme', actions: { get_lead: { output_fields: ->(d) { d['lead'] }, deprecated: true } } }`}]},create:e=>({operation(t){let n=t.get(`sample_output`);if(!n||t.deprecated||!QC(t))return;let r=Br(t,`sample_output`);(r?.kind===`nil`||r?.kind===`hash`&&Sa(r)&&r.entries.size===0)&&e.report(`empty`,n,[t.name])},connector(t){for(let n of SS(t,`sample_output`))n.kind===`section`?n.operations.some(QC)&&e.report(`noneOf`,n.section,[n.section.key]):QC(n.operation)&&e.report(`missing`,n.operation,[n.operation.kind,n.operation.name])}})});function QC({name:e,outputFields:t}){if(/^(?:custom_action|__adhoc_http_action)$/.test(e))return!1;let{exists:n,closed:r,fields:i,value:a}=t;return n&&a.kind!==`nil`&&!(r&&i.length===0)}const $C=z({id:`usability/sample-output-requests`,severity:`notice`,confidence:`medium`,since:`0.1.0`,options:{most:{kind:`integer`,default:2,minimum:0,summary:`The number of requests for a sample that is still fine.`}},docs:{summary:`Takes a sample from few requests.`,why:`The editor waits for the sample each time that a step is opened.`,remedy:`Return a literal hash, or what a single small request gives.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output`]},messages:{several:(e,t)=>`The sample output of \`${e}\` takes ${t} requests.`},examples:{bad:[{name:`three requests, one after the other`,source:U`
          { title: 'Acme', actions: { get_lead: {
            sample_output: ->(_c, _i) {
            ^^^^^^^^^^^^^^ several
              list = get('/lists').first
              id = get('/leads', list: list)['ids'].first
              get('/leads', id: id)
            }
          } } }
        `}],good:[{name:`one request`,source:U`{ title: 'Acme', actions: { get_lead: { sample_output: ->(_c, _i) { get('/leads').first } } } }`},{name:`one request in each of several cases`,source:U`
          { title: 'Acme', actions: { get_lead: {
            sample_output: ->(_c, i) {
              rows = case i['type']
                     when 'lead' then get('/leads')
                     when 'owner' then get('/owners')
                     else get('/contacts') || get('/people')
                     end
              rows.first
            }
          } } }
        `},{name:`one of two requests`,source:U`
          { title: 'Acme', actions: { get_lead: {
            sample_output: ->(_c, i) { i['a'] ? get('/leads').first : get('/contacts').first }
          } } }
        `}]},create:e=>{let t=new Map;return{request({lambda:e,fact:n,node:r}){if(e?.key!==`sample_output`)return;let i=t.get(e.path)??{before:new Set,last:!1};t.set(e.path,i),n.chainUsage===`tail`?i.last=!0:i.before.add(r)},end(){for(let n of e.connector.operations){let r=n.get(`sample_output`),i=n.lambda(`sample_output`),a=i&&t.get(i.path);if(!r||!a||n.deprecated||a.before.size+ +!!a.last<=e.options.most)continue;let o=ew(i.value.node,a.before)+ +!!a.last;o>e.options.most&&e.report(`several`,r,[n.name,o])}}}}});function ew(e,t){if(e instanceof Nt)return 0;let n=T(e).map(e=>({child:e,count:ew(e,t)})),[r,i]=[+!!t.has(e),0];for(let{child:t,count:a}of n)tw.some(t=>e instanceof t)&&t!==nw(e)?i=Math.max(i,a):r+=a;return r+i}const tw=[He,Ht,_e,Ct];function nw(e){return e instanceof He||e instanceof Ht||e instanceof _e?e.predicate:null}const rw=z({id:`usability/sample-output-shape`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Gives sample output that fits the output fields.`,why:`A sample under another name, or of another shape, shows up beside no datapill.`,remedy:"Use the names and nesting of `output_fields` in `sample_output`, or add the fields that are missing.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output`]},messages:{unknown:(e,t)=>`The sample output of \`${e}\` has ${t}, for which there are no output fields.`,shape:(e,t,n)=>`The sample output of \`${e}\` has a value for \`${t}\` that is not ${n}, as its field is.`},examples:{bad:[{name:`a key that is no field`,source:U`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'id' }, { name: 'full_name' }] },
            sample_output: ->() { { id: 'a1', name: 'Ada' } }
            ^^^^^^^^^^^^^^ unknown
          } } }
        `},{name:`an array for an object`,source:U`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'owner', type: 'object', properties: [{ name: 'id' }] }] },
            sample_output: ->() { { owner: [{ id: 'a1' }] } }
            ^^^^^^^^^^^^^^ shape
          } } }
        `},{name:`a key that is no field of a nested list, and a word for a number`,source:U`
          { title: 'Acme', actions: {
            list_leads: {
              output_fields: ->(_) { [{ name: 'leads', type: 'array', of: 'object', properties: [{ name: 'id' }] }] },
              sample_output: ->() { { leads: [{ id: 'a1', full_name: 'Ada' }] } }
              ^^^^^^^^^^^^^^ unknown
            },
            count_leads: {
              output_fields: ->(_) { [{ name: 'count', type: 'integer' }] },
              sample_output: ->() { { count: 'many' } }
              ^^^^^^^^^^^^^^ shape
            }
          } }
        `}],good:[{name:`a sample that fits`,source:U`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'id' }, { name: 'owner', type: 'object', properties: [{ name: 'id' }] }] },
            sample_output: ->() { { id: 'a1', owner: { id: 'b2' } } }
          } } }
        `},{name:`texts for numbers, truths and times, and a field without properties`,source:U`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [
              { name: 'sum', type: 'number' }, { name: 'active', type: 'boolean' }, { name: 'rate', type: 'number', convert_output: 'float_conversion' },
              { name: 'at', type: 'date_time' }, { name: 'more', type: 'object' }
            ] },
            sample_output: ->() { { sum: '12.50', active: 'on', rate: 'one', at: 1700000000, more: { any: 1 } } }
          } } }
        `},{name:`a field of another type in each case`,source:U`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_, connection) {
              connection['many'] ? [{ name: 'rows', type: 'array' }] : [{ name: 'rows', type: 'object' }]
            },
            sample_output: ->() { { rows: [{ id: 1 }] } }
          } } }
        `},{name:`output fields that are not all known`,source:U`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_, connection) { get('/fields') },
            sample_output: ->() { { name: 'Ada' } }
          } } }
        `}]},create:e=>({operation(t){let n=t.get(`sample_output`),r=n&&Br(t,`sample_output`),{outputFields:i}=t;if(t.deprecated||r?.kind!==`hash`||!Sa(r)||!i.exists)return;let a=[],o=[];iw(i,r,``,a,o);let[s]=o;if(a.length>0){let r=a.every(e=>e.includes(`.`))?`notice`:`warning`;e.report(`unknown`,n,[t.name,Rn(a)],{severity:r})}s&&e.report(`shape`,n,[t.name,...s])}})});function iw(e,t,n,r,i){if(!e.closed||e.fields.length===0||e.fields.some(e=>e.name===null))return;let a=new Map;for(let t of e.fields)for(let{name:e}of t.toggle?[t,t.toggle]:[t])e!==null&&W(a,e,t);for(let[e,{value:o}]of t.entries){let t=a.get(e);if(!t&&a.has(e.replace(/\W/g,`_`)))continue;if(!t){r.push(n+e);continue}let s=t.map(e=>aw(e,o));s[0]&&s.every(Boolean)&&i.push([n+e,s[0]]);let c=t.length===1?t[0].properties:void 0;if(c){for(let t of o.kind===`array`?L(o)??[]:[o])if(t.kind===`hash`&&Sa(t)){iw(c,t,`${n}${e}.`,r,i);break}}}}function aw(e,t){let{kind:n}=t,r=e.text(`type`),i=n===`string`||n===`number`||n===`boolean`;if(r===`object`&&(i||n===`array`))return`an object`;if(r===`array`&&(i||n===`hash`))return`an array`;if(e.has(`convert_output`)||e.has(`parse_output`))return null;let a=n===`hash`||n===`array`,o=r===`integer`||r===`number`,s=n===`string`&&/^[A-Za-z][A-Za-z ]+$/.test(t.text);return o&&(a||s||n===`boolean`)?`a number`:r===`boolean`&&a?`true or false`:null}let ow;function sw(e){let t=e.includes("`")?e.replace(/`[^`]*`/g,` `):e,{rights:n,hashes:r}=ow??=dw(),i=[],{length:a}=t;for(let e=0;e<a;e++){let o=e,s=0;for(let n=t.charCodeAt(e);cw(n);n=++e<a?t.charCodeAt(e):0)s=lw(s,n);if(r[s]===0)continue;let c=t.slice(o,e),l=n.get(c.toLowerCase());l!==void 0&&uw(t,o,c)&&i.push({word:c,right:/^[A-Z]/.test(c)?fw(l):l})}return i}function cw(e){return e>=97&&e<=122||e>=65&&e<=90||e===39}function lw(e,t){return e*33+(t&31)&65535}function uw(e,t,n){let r=e.charAt(t-1),i=e.slice(t+n.length,t+n.length+2);return/^.[a-z']*$/.test(n)&&!/[\p{L}\p{N}_./@:#&=?{$%~\\-]/u.test(r)&&!/^(?:[\p{L}\p{N}_/@=%[®™-]|\.\p{L}|\(\)|::)/u.test(i)}function dw(){let e=`
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
`.split(`;`).flatMap(e=>{let[t=``,n=``]=e.trim().split(`:`);return n.split(` `).map(e=>[e,t])}),t=new Map(e),n=new Uint8Array(65536);for(let e of t.keys()){let t=0;for(let n=0;n<e.length;n++)t=lw(t,e.charCodeAt(n));n[t]=1}return{rights:t,hashes:n}}function fw(e){return e.charAt(0).toUpperCase()+e.slice(1)}const pw=[`title`,`subtitle`,`description`,`help`],mw=[`label`,`hint`,`toggle_hint`,`item_label`,`add_field_label`,`empty_list_text`,`help`],hw=[`body`,`learn_more_text`,`text`,`title`],gw=z({id:`usability/spelling`,severity:`notice`,confidence:`high`,since:`0.1.0`,options:{allow:{kind:`strings`,default:[],summary:`Words that are right as they are, in small letters.`}},docs:{summary:`Spells the words that users read.`,why:`A mistake in a label is on every user's screen, and makes people doubt what they do not see.`,remedy:"Correct the word. A name that looks like a mistake can be allowed by the option `allow`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html`]},messages:{misspelt:(e,t)=>`The word “${e}” is spelled “${t}”.`},examples:{bad:[{name:`a title and a label`,source:U`
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
        `},{name:`a text in several parts, a choice and an error`,source:U`
          {
            'actions' => {
              'get_invoice' => {
                'help' => { 'body' => 'Reads one invoice. ' \
                                      ^^^^^^^^^^^^^^^^^^^^^^^ misspelt
                                      'Its lines are seperated by a comma.' },
                'execute' => lambda { |_connection, input| error('The adresses are missing.') if input.blank? }
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt
              }
            },
            pick_lists: { kinds: lambda { |_connection| [['Inital', 'initial'], %w[Final final]] } }
                                                          ^^^^^^^^ misspelt
          }
        `}],good:[{name:`other languages, and values of the application`,source:U`
          {
            actions: {
              get_invoice: {
                title: 'Get invoice',
                input_fields: lambda { [{ name: 'a', label: 'Responsable', hint: 'A status such as "recieved".' }] }
              }
            }
          }
        `},{name:`a step that is deprecated`,source:U`
          { actions: { get_invoice: { deprecated: true, input_fields: -> { [{ name: 'a', label: 'Recieved at' }] } } } }
        `},{name:`names of the API`,source:U`
          {
            actions: {
              get_invoice: {
                title: 'Get invoice',
                input_fields: lambda { [{ name: 'recieved_at', hint: 'Stored as <code>recieved</code> in recieved_at' }] }
              }
            }
          }
        `}]},create:e=>{let t=new Set;return{operation(e){if(!e.deprecated)for(let t of pw)n(e,t)},attribute:H(mw,(e,t)=>{e.isCurrent&&r(t.value,()=>t.valuePlace)}),pickList({options:e,span:t,path:n}){if(e.kind===`array`)for(let{value:i}of e.items){let e=i.kind===`array`?i.items[0]?.value:void 0;e&&r(e,()=>({span:t,path:n}))}},bareCall:{error({node:t,lambda:n}){let[i]=w(t);i&&r(e.connector.evaluate(i),()=>({span:C(i),path:n?.path??null}))}}};function n(e,t){let n=e.get(t),i=Br(e,t);n&&i&&r(i,()=>n.valuePlace)}function r(n,i){if(n.kind===`hash`)for(let e of hw){let t=n.entries.get(e)?.value;t&&r(t,i)}else for(let{text:r}of Mn(n)){if(sw(r).length===0)continue;let a=r.includes(`<`)?r.replace(/<code>[^<]*<\/code>|<[^<>]*>/gi,` `):r;for(let{word:r,right:o}of sw(a)){let s=xw(n.node,i()),c=`${s.span.start} ${r}`;t.has(c)||e.options.allow.includes(r.toLowerCase())||yw(r,a)||bw(a,r)||(t.add(c),e.report(`misspelt`,s,[r,o]))}}}}}),_w=new Set(`accesible adress apear attachement authentification departement independant intrest langage persistant posible publically reponse respons responsable standart suport suscription templete variabel wich`.split(` `)),vw=/\b(?:and|are|for|from|that|the|this|to|which|with|your)\b/i;function yw(e,t){return _w.has(e.toLowerCase())&&!vw.test(t)}function bw(e,t){return RegExp(`(['"\`])${t}\\1|[“‘]${t}[”’]`).test(e)}function xw(e,t){return e?{span:C(e),path:t.path}:t}const Sw=z({id:`usability/static-webhook-help`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Tells users of a static webhook which address to register, and where.`,why:`A static webhook works only after the user has entered Workato's address in the application by hand.`,remedy:"Add `help` that takes `webhook_base_url` and says where to enter it, or `webhook_url_help`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/building-triggers/static-webhook.html`,`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html`]},messages:{missing:e=>`The static webhook trigger \`${e}\` has neither \`help\` nor \`webhook_url_help\` to tell users what to register.`},examples:{bad:[{name:`no help`,source:U`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: { webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload } }
            ^^^^^^^^^^ missing
          } }
        `}],good:[{name:`help with the address`,source:U`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: {
              help: ->(_input, _labels, _connection, webhook_base_url) { "Register #{webhook_base_url} under Webhooks." },
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `},{name:`a field that tells it`,source:U`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: {
              input_fields: ->(_) { [{ name: 'id', hint: 'Find it under Webhooks, where you register the address.' }] },
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `},{name:`a trigger that polls`,source:U`{ title: 'Acme', triggers: { new_lead: { poll: ->(c, i, l) { get('/leads') } } } }`}]},create:e=>({trigger(t){if(t.deprecated||!t.closed||t.triggerKind!==`static_webhook`||t.has(`help`)||t.has(`webhook_url_help`))return;let{connection:n}=e.connector;![t.inputFields,t.configFields,n.fields].some(({fields:e})=>e.some(e=>Cw(e.text(`hint`))))&&!Cw(I(t.get(`description`)?.value))&&e.report(`missing`,t,[t.name])}})});function Cw(e){return e!==null&&/webhook/i.test(Nn(e))}const ww=z({id:`usability/sticky`,severity:`notice`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Keeps the optional inputs that most users need in view.`,why:`Optional inputs are hidden in a drop-down, so a step whose inputs are all optional opens with an empty form.`,remedy:"Set `sticky: true` on the inputs that are used most.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{allHidden:(e,t,n)=>`The ${e} \`${t}\` has ${n} optional inputs, none of them \`sticky\`, and no required one.`},examples:{bad:[{name:`nothing in view`,source:U`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
                                                      ^^^^^^^^^^^^^ allHidden
            [{ name: 'email' }, { name: 'phone' }, { name: 'city' }, { name: 'country' }, { name: 'owner' }]
          } } } }
        `}],good:[{name:`one that is filled in already`,source:U`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
            [{ name: 'email', default: 'me' }, { name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]
          } } } }
        `},{name:`one in view`,source:U`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
            [{ name: 'email', sticky: true }, { name: 'phone' }, { name: 'city' }, { name: 'country' }, { name: 'owner' }]
          } } } }
        `},{name:`one that is required`,source:U`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
            [{ name: 'email', optional: false }, { name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]
          } } } }
        `},{name:`only a few`,source:U`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) { [{ name: 'email' }, { name: 'phone' }] } } } }
        `}]},create:e=>({operation(t){let{inputFields:n,configFields:r,kind:i,name:a}=t,o=t.get(`input_fields`);if(t.deprecated||!o||!n.closed||r.exists)return;let{fields:s}=n;s.length>=5&&s.every(e=>{let t=e.get(`optional`);return!e.closed||e.has(`sticky`)||e.has(`default`)?!1:!t||F(t.value)===!0})&&e.report(`allHidden`,o,[i,a,s.length])}})}),Tw=z({id:`usability/subtitle`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Adds a subtitle that says more than the title.`,why:`Users search actions and triggers by title and subtitle; the one that Workato makes of the title adds nothing to find.`,remedy:"Write a `subtitle` of one phrase that names the objects, the application or the purpose.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#subtitle`]},messages:{missing:(e,t)=>`The ${e} \`${t}\` has no \`subtitle\`.`,noneOf:e=>`None of the ${e} has a \`subtitle\`.`,empty:(e,t)=>`The subtitle of the ${e} \`${t}\` is empty.`,same:e=>`The subtitle “${e}” only repeats the title.`},examples:{bad:[{name:`no subtitle`,source:U`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead' } } }
                                      ^^^^^^^^^^^^ missing
        `},{name:`the title once more`,source:U`
          { title: 'Acme', actions: { lead: { title: 'Create lead', subtitle: 'Create lead' } } }
                                                                              ^^^^^^^^^^^^^ same
        `},{name:`a whole section without subtitles`,source:U`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `},{name:`the title with an article, and nothing`,source:U`
          {
            title: 'Acme',
            actions: {
              lead: { title: 'Create lead', subtitle: 'Creates a lead.' },
                                                      ^^^^^^^^^^^^^^^^^ same
              note: { title: 'Create note', subtitle: '' }
                                                      ^^ empty
            }
          }
        `}],good:[{name:`the key of former versions`,source:U`
          { title: 'Acme', triggers: { new_lead: { title: 'New lead', title_hint: 'New lead in Acme' } } }
        `},{name:`a phrase that says more`,source:U`{ title: 'Acme', actions: { lead: { subtitle: 'Create a lead from a web form in Acme' } } }`},{name:`an action that is deprecated`,source:U`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`}]},create:e=>({connector(t){for(let n of QS(t,`subtitle`,`title_hint`))if(n.kind===`section`)e.report(`noneOf`,n.section,[n.section.key],{severity:`notice`});else{let{kind:t,name:r}=n.operation;e.report(`missing`,n.operation,[t,r],{severity:`notice`})}},operation(t){let n=t.get(`subtitle`);if(t.deprecated||!n)return;let r=I(Br(t,`subtitle`)),i=Vr(t);r!==null&&(r.trim()===``?e.report(`empty`,n.valuePlace,[t.kind,t.name],{severity:`notice`}):i&&$S(r)===$S(i.text)&&e.report(`same`,n.valuePlace,[G(r)]))}})}),Ew=z({id:`usability/title-connector`,severity:`warning`,confidence:`high`,since:`0.1.0`,docs:{summary:`Names the connector after the application, and nothing else.`,why:`Users search the catalogue for the application's name; words around it make the connector look like a test.`,remedy:"Set `title` to the application's name, with “(Custom)” only where Workato has a connector of that name.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#general`]},messages:{word:(e,t)=>`The title “${e}” has “${t}” in it, which is not part of the application's name.`,version:(e,t)=>`The title “${e}” has the version “${t}” in it.`,spaced:e=>`The title “${e}” has spaces at its ends.`},examples:{bad:[{name:`the word connector`,source:U`
          { title: 'Acme Connector' }
                   ^^^^^^^^^^^^^^^^ word
        `},{name:`a version`,source:U`
          { title: 'Acme v2.1' }
                   ^^^^^^^^^^^ version
        `},{name:`spaces`,source:U`
          { title: ' Acme' }
                   ^^^^^^^ spaced
        `},{name:`other words around the name`,source:U`
          { title: 'Acme for Workato' }
                   ^^^^^^^^^^^^^^^^^^ word
        `},{name:`a copy`,source:U`
          { title: 'Copy of Acme' }
                   ^^^^^^^^^^^^^^ word
        `},{name:`a name of the API's kind`,source:U`
          { title: 'acme_connector' }
                   ^^^^^^^^^^^^^^^^ word
        `}],good:[{name:`the application's name`,source:U`{ title: 'Acme' }`},{name:`a custom version of a standard connector`,source:U`{ title: 'Acme (Custom)' }`},{name:`no title, which a rule of its own tells`,source:U`{ connection: {}, actions: {} }`},{name:`an empty title, which that rule tells as well`,source:U`{ title: ' ' }`},{name:`a name with a number`,source:U`{ title: 'Office 365' }`},{name:`a name of several words`,source:U`{ title: 'Connect to Workato' }`}]},create:e=>({connector({title:t}){let n=t&&I(t.value);if(!t||!n?.trim())return;let r=n.trim(),i=/(?:^|[\s(_-])(connector|sdk|sample|demo|poc|wip|test|testing|beta|draft|copy)\)?$/i.exec(r)?.[1]??/\s(\((?:dev|development|sandbox|staging|old|new)\)|for workato)$/i.exec(r)?.[1]??/^(copy of)\s/i.exec(r)?.[1],a=/\s(v(?:ersion)?\.?\s?\d[\d.]*|\d+\.\d[\d.]*)$/i.exec(r)?.[1];i&&r.length>i.length?e.report(`word`,t.valuePlace,[G(r),i]):a?e.report(`version`,t.valuePlace,[G(r),a]):r!==n&&e.report(`spaced`,t.valuePlace,[G(r)],{severity:`notice`})}})}),Dw=z({id:`usability/title-missing`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Writes a title where the one made of the key would read badly.`,why:"Without a `title`, Workato makes one of the key, and shows its abbreviations and lower-case acronyms to users.",remedy:"Add a `title` in plain words to the action or trigger.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#title`]},messages:{badWord:(e,t,n,r)=>`The ${e} \`${t}\` has no \`title\`, so users see “${n}” with “${r}” in it.`,newUpdated:(e,t)=>`The trigger \`${e}\` has no \`title\`, so users see “${t}”, which does not say whether new or updated.`},examples:{bad:[{name:`an acronym in the key`,source:U`
          { title: 'Acme', actions: { send_sms: { execute: ->(c, i) { post('/sms', i) } } } }
                                      ^^^^^^^^^ badWord
        `},{name:`a shortened word in the key`,source:U`
          { title: 'Acme', actions: { get_cust: { execute: ->(c, i) { get('/customers') } } } }
                                      ^^^^^^^^^ badWord
        `},{name:`a trigger for new and updated objects`,source:U`
          { title: 'Acme', triggers: { new_updated_lead: { poll: ->(c, i, l) { get('/leads') } } } }
                                       ^^^^^^^^^^^^^^^^^ newUpdated
        `},{name:`a version in the key`,source:U`
          { title: 'Acme', actions: { create_lead_v2: {} } }
                                      ^^^^^^^^^^^^^^^ badWord
        `}],good:[{name:`words that may stand for something else`,source:U`
          { title: 'Acme', actions: { list_hr_entries: { execute: ->(c, i) { get('/entries') } } } }
        `},{name:`a key that reads well`,source:U`{ title: 'Acme', actions: { create_lead: {} } }`},{name:`a written title`,source:U`{ title: 'Acme', actions: { send_sms: { title: 'Send SMS' } } }`},{name:`an operation that is deprecated`,source:U`{ title: 'Acme', actions: { send_sms: { deprecated: true } } }`}]},create:e=>({operation(t){if(t.deprecated||!t.closed||t.has(`title`))return;let{kind:n,name:r}=t,i=Tr(r),a=WS(i),o=/\s(v ?\d+)$/i.exec(i)?.[1];a?e.report(`badWord`,t,[n,r,i,a.word]):o?e.report(`badWord`,t,[n,r,i,o]):n===`trigger`&&/^(?:new|created?) updated? /i.test(i)&&e.report(`newUpdated`,t,[r,i])}})});function Ow(e,t){let n=t.text(`pick_list`),r=L(n===null?t.value(`pick_list`):e.pickLists.get(n)?.options);if(!r||r.length===0||r.length>8)return null;let i=[],a=!1;for(let e of r){let t=L(e),n=I(t?.[1]);if(n===null)return null;i.push(n),a||=n!==I(t?.[0])}return a?i:null}const kw=z({id:`usability/toggle-for-select`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Lets users map a datapill where an input is a list or a checkbox.`,why:`A drop-down takes only a fixed choice, so without a toggle the value cannot come from an earlier step.`,remedy:"Add `toggle_hint` and a `toggle_field` of `control_type: 'text'` with the same name and `optional`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#using-toggle-fields`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions`]},messages:{missing:(e,t)=>`The \`${t}\` field \`${e}\` has no \`toggle_field\`, so users cannot map a datapill to it.`,several:e=>`The fields ${e} are lists or checkboxes and have no \`toggle_field\`, so users cannot map datapills to them.`},examples:{bad:[{name:`a drop-down`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses', optional: false }]
                     ^^^^^^^^ missing
          } } } }
        `,fixed:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', toggle_hint: 'Select from list', toggle_field: { name: 'status', label: 'Status', type: 'string', control_type: 'text', optional: false, toggle_hint: 'Use custom value' }, control_type: 'select', pick_list: 'statuses', optional: false }]
          } } } }
        `},{name:`several in one list`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses' },
                    ^^^^^^^^ several
            { name: 'stage', control_type: 'select', pick_list: 'stages' },
            { name: 'owner', control_type: 'select', pick_list: 'owners' }
          ] } } } }
        `}],good:[{name:`a list that shows another field`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [
            { name: 'kind', control_type: 'select', pick_list: 'kinds' },
            { name: 'approval', ngIf: 'input.kind == "approval"' }
          ] } } } }
        `},{name:`a list that another one depends on`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [
            { name: 'project', control_type: 'select', pick_list: 'projects' },
            { name: 'task', control_type: 'tree', pick_list: 'tasks', pick_list_params: { project: 'project' } }
          ] } } } }
        `},{name:`a drop-down with a toggle`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses', toggle_hint: 'Select from list',
               toggle_field: { name: 'status', type: 'string', control_type: 'text', toggle_hint: 'Use status' } }]
          } } } }
        `},{name:`fields that take no datapills`,source:U`
          { title: 'Acme',
            connection: { fields: [{ name: 'region', control_type: 'select', options: [['EU', 'eu']] }] },
            actions: { create_lead: {
              config_fields: [{ name: 'object', control_type: 'select', pick_list: 'objects' }],
              input_fields: ->(_) { [{ name: 'kind', control_type: 'select', pick_list: 'kinds', support_pills: false }] }
            } } }
        `},{name:`inputs of a trigger`,source:U`
          { title: 'Acme', triggers: { new_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses' }]
          } } } }
        `},{name:`outputs`,source:U`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses' }]
          } } } }
        `}]},create:e=>{let t=new Map,n=e.shared(sf),r=new Set,i=new Set;return{node:n.listeners,request({node:e,lambda:t}){let[i]=w(e);if(t&&i)for(let{key:e}of n.rawInPath(i,t))r.add(e)},attribute:H([`ngIf`,`pick_list_params`],(e,{value:t})=>{for(let e of Aw(t))i.add(e)}),field(e){jw(e)&&W(t,e.path.split(`.`).slice(0,2).join(`.`),e)},end(){for(let e of t.values()){let t=e.filter(({name:e})=>!i.has(e??``));if(t.length>=3)a(t);else for(let e of t)a([e])}}};function a(t){let[n]=t;if(!n)return;let i=t.every(({name:e})=>e!==null&&!r.has(e))?t.flatMap(t=>Mw(e.source,e.connector,t)??[]):[],a=i.length===t.length?{fix:{title:`Add a toggle to text`,edits:i}}:{};t.length===1?e.report(`missing`,$(n),[n.name,ox(n)],a):e.report(`several`,$(n),[Rn(t.map(e=>e.name))],a)}}});function Aw(e){return e.kind===`hash`?[...e.entries.values()].flatMap(e=>I(e.value)?.split(`.`).at(-1)??[]):I(e)?.match(/\w+/g)??[]}function jw(e){return e.name===null||!e.isSeen||e.isConnection||e.isConfig||!/^(?:select|multiselect|checkbox)$/.test(ox(e)??``)||!e.closed||!e.isPristine||e.has(`toggle_field`)||e.flag(`support_pills`)===!1||e.flag(`extends_schema`)===!0?!1:!e.uses.every(e=>e.list.path.startsWith(`triggers.`))}function Mw(e,t,n){if(n.has(`toggle_hint`))return null;let r=n.get(`optional`),i=cx(n,{type:ox(n)===`checkbox`?sx(n)??`boolean`:`string`,isRequired:r!==void 0&&F(r.value)===!1,values:Ow(t,n)??[]});return i&&rx(e,n,...i)}const Nw=z({id:`usability/toggle-hint-values`,severity:`notice`,confidence:`high`,since:`0.1.0`,docs:{summary:`Lists the allowed values where a toggle takes them as text.`,why:`Who maps a datapill instead of choosing from the list has to know which values the application takes.`,remedy:"Add a `hint` to the `toggle_field` such as “Allowed values are: open, closed.”, or a link to the values.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions`]},messages:{missing:(e,t)=>`The toggle of \`${e}\` has no \`hint\`, and the values that it takes, ${t}, are seen only in the list.`},examples:{bad:[{name:`values that differ from their labels`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'status', type: 'string', control_type: 'text' } }
                                    ^^^^^^^^ missing
          ] } } } }
        `}],good:[{name:`a toggle that is a list as well, and one whose label has the values`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'a', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'a', type: 'string', control_type: 'select', pick_list: 'states' } },
            { name: 'b', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'b', type: 'string', control_type: 'text', label: 'State (st_1 or st_2)' } }
          ] } } } }
        `},{name:`a hint with the values`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'status', type: 'string', control_type: 'text', hint: 'Either st_1 or st_2.' } }
          ] } } } }
        `},{name:`a list that comes from the application`,source:U`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'board', control_type: 'select', pick_list: 'boards', toggle_field: { name: 'board', type: 'string' } }
          ] } } } }
        `}]},create:e=>({attribute:H([`toggle_field`],t=>{let{toggle:n,name:r}=t;if(!t.isSeen||!n||r===null||!(t.isInput||t.isConfig)||!n.closed||n.has(`hint`)||n.has(`help`)||t.has(`hint`)||!/^(?:text|plain-text|text-area|string)$/.test(ox(n)??``))return;let i=Ow(e.connector,t);i&&!Pw(n,i)&&e.report(`missing`,$(n),[r,Rn(i)])})})});function Pw(e,t){let n=`${e.text(`label`)??``} ${e.text(`toggle_hint`)??``}`;return t.every(e=>n.includes(e))}const Fw=z({id:`usability/too-many-inputs`,severity:`notice`,confidence:`medium`,since:`0.1.0`,options:{most:{kind:`integer`,default:25,minimum:5,summary:`The number of inputs side by side that is still fine.`}},docs:{summary:`Groups the inputs of a large action.`,why:`In a long flat list users do not find the few fields that they need.`,remedy:"Nest related fields in an `object`, or let a config field choose which fields are shown.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/config_fields.html`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#memory-management`]},messages:{many:(e,t,n)=>`The ${e} \`${t}\` has ${n} inputs side by side.`},examples:{bad:[{name:`30 fields`,source:U`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
                                                     ^^^^^^^^^^^^^ many
            [${Array.from({length:30},(e,t)=>`{ name: 'f${t}' }`).join(`, `)}]
          } } } }
        `}],good:[{name:`a few fields`,source:U`{ title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'email' }] } } } }`}]},create:e=>({operation(t){let{inputFields:n,kind:r,name:i}=t,a=t.get(`input_fields`);if(t.deprecated||!a||!n.exists)return;let o=n.fields.filter(e=>!e.conditional).length;o>e.options.most&&e.report(`many`,a,[r,i,o])}})}),Iw=/^(?:get|fetch|retrieve|create|update|delete)\s(?!(?:for|from|in|of|on|to|with)\b)|^(?:list|search|poll|watch|monitor)\s(?:an?|the|all|any|for|new|updated)\s/i,Lw=/(?:ed|able|found|lost|made|paid|run|sent|set)$/i,Rw=/^(?:when|whenever)\s\S+\s|^triggers?\s(?:an?|each|every|for|if|on|when|whenever)\s|^on\s(?!(?:board|boarding|call|demand|duty|hold|order|premises?|sale|site|time)\b)\S+\s/i,zw=/\s(?:(created|added|new)(?:\sor\s|\sand\s|\s?\/\s?))?(created|updated|modified|deleted)$/i,Bw=new Map([[`created`,`New`],[`updated`,`Updated`],[`modified`,`Updated`],[`deleted`,`Deleted`]]),Vw=z({id:`usability/trigger-title`,severity:`warning`,confidence:`medium`,since:`0.1.0`,docs:{summary:`Titles every trigger by its event, such as “New lead” or “New/updated lead”.`,why:`Users read the title as the moment when their recipe starts; the same words for the same events spare them a trial.`,remedy:`Begin the title with “New”, “Updated”, “New/updated” or “Deleted” and name the object after it.`,sources:[`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-general`]},messages:{command:e=>`The title “${e}” reads as an action; a trigger's title tells the event, as in “New lead”.`,sentence:e=>`The title “${e}” is a clause; a trigger's title is short, as in “New lead”.`,order:(e,t)=>`The title “${e}” names its event last, where users expect it to begin with “${t}”.`,markup:e=>`The title “${e}” has HTML in it, which is shown as it is.`,fullStop:e=>`The title “${e}” ends with a full stop.`,lowerCase:e=>`The title “${e}” does not begin with a capital letter.`,titleCase:e=>`The title “${e}” is not in sentence case, as in “New purchase order”.`},examples:{bad:[{name:`a command`,source:U`
          { title: 'Acme', triggers: { leads: { title: 'Get new leads' } } }
                                                       ^^^^^^^^^^^^^^^ command
        `},{name:`a clause`,source:U`
          { title: 'Acme', triggers: { leads: { title: 'When a lead is created' } } }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ sentence
        `},{name:`the event after the object`,source:U`
          { title: 'Acme', triggers: { lead_created: { poll: ->(c, i, l) { get('/leads') } } } }
                                       ^^^^^^^^^^^^^ order
        `},{name:`both events after the object`,source:U`
          { title: 'Acme', triggers: { leads: { title: 'Lead created or updated' } } }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ order
        `},{name:`HTML`,source:U`
          { title: 'Acme', triggers: { leads: { title: 'New <b>lead</b>' } } }
                                                       ^^^^^^^^^^^^^^^^^ markup
        `},{name:`a full stop`,source:U`
          { title: 'Acme', triggers: { leads: { title: 'New lead.' } } }
                                                       ^^^^^^^^^^^ fullStop
        `},{name:`a small first letter`,source:U`
          { title: 'Acme', triggers: { leads: { title: 'new lead' } } }
                                                       ^^^^^^^^^^ lowerCase
        `},{name:`capitals everywhere`,source:U`
          { title: 'Acme', triggers: { leads: { title: 'New/Updated Cost Center' } } }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ titleCase
        `}],good:[{name:`an event and its object`,source:U`{ title: 'Acme', triggers: { lead: { title: 'New lead' } } }`},{name:`both events`,source:U`{ title: 'Acme', triggers: { lead: { title: 'New/updated lead' } } }`},{name:`events of the application's own`,source:U`
          { title: 'Acme', triggers: {
            a: { title: 'Message received' }, b: { title: 'Status changed' }, c: { title: 'Tag added' }, d: { title: 'Member removed' }
          } }
        `},{name:`things that look like commands`,source:U`
          { title: 'Acme', triggers: {
            a: { title: 'Update to lead' }, b: { title: 'List subscriber' }, c: { title: 'Search completed' },
            d: { title: 'On-demand report ready' }, f: { title: 'On hold order' }, e: { title: 'Trigger word detected' }
          } }
        `},{name:`names with capitals and small letters of their own`,source:U`
          { title: 'Acme', triggers: { a: { title: 'New Google Calendar event' }, b: { title: 'iMessage received' } } }
        `},{name:`a trigger that is deprecated`,source:U`{ title: 'Acme', triggers: { leads: { title: 'Get leads', deprecated: true } } }`}]},create:e=>({trigger(t){let n=t.deprecated?null:Vr(t);if(!n||n.text.trim()===``)return;let{place:r,written:i}=n,a=n.text.trim(),o=G(a),s=Hw(a);/<\/?[a-z][^<>]*>/i.test(a)?e.report(`markup`,r,[o]):Iw.test(a)&&!Lw.test(a)?e.report(`command`,r,[o]):Rw.test(a)?e.report(`sentence`,r,[o]):s?e.report(`order`,r,[o,s]):qx(a)?e.report(`fullStop`,r,[o]):Jx(a)?e.report(`lowerCase`,r,[o],{severity:`notice`}):i&&Xx(a,Hr(e.connector))&&e.report(`titleCase`,r,[o],{severity:`notice`})}})});function Hw(e){if(/^(?:new|updated|deleted|newly|just|recently)\b/i.test(e))return null;let[,t,n]=zw.exec(e)??[],r=Bw.get(n?.toLowerCase()??``)??null;return t!==void 0&&r===`Updated`?`New/updated`:r}const Uw=[aS,sS,cS,lS,fS,hS,vS,bS,wS,AS,PS,US,YS,eC,aC,SC,kC,IC,zC,VC,UC,WC,ZC,$C,rw,gw,Sw,ww,Tw,Ew,Dw,kw,Nw,Fw,Vw,z({id:`usability/type-control`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:`unsafe`,docs:{summary:`Enters each value with the control for its type.`,why:`The control checks and helps: a date picker writes the date as the connector expects it, a text field does not.`,remedy:"Set the `control_type` that fits the `type`, or correct the `type`.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#control-types`,`https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields`]},messages:{differ:(e,t,n)=>`The field \`${e}\` is of type \`${t}\` and has the control \`${n}\`.`},examples:{bad:[{name:`a time as text`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'since', type: 'date_time', control_type: 'text' }] } } } }
                                                                                                                       ^^^^^^ differ
        `,fixed:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'since', type: 'date_time', control_type: 'date_time' }] } } } }
        `}],good:[{name:`values that are converted`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'since', type: 'integer', control_type: 'date_time', convert_input: 'render_epoch_time' }]
          } } } }
        `},{name:`a control that fits`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'since', type: 'date_time', control_type: 'date_time' }, { name: 'size', type: 'integer', control_type: 'number' }]
          } } } }
        `},{name:`a choice`,source:U`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'size', type: 'integer', control_type: 'select', pick_list: 'sizes' }]
          } } } }
        `},{name:`outputs`,source:U`
          { title: 'Acme', actions: { list: { output_fields: ->(_) {
            [{ name: 'since', type: 'date_time', control_type: 'text' }]
          } } } }
        `}]},create:e=>({attribute:H([`control_type`],(t,n)=>{if(!t.isSeen)return;let{name:r}=t,i=t.text(`type`),a=t.text(`control_type`);if(r===null||i===null||a===null||t.has(`convert_input`)||t.has(`render_input`))return;let o=bx(i,a);if(o===null)return;let s=nx(e.source,n,o);e.report(`differ`,n.valuePlace,[r,i,a],{.../^date.*\bdate|^timestamp.*\bdate/.test(`${i} ${a}`)?{severity:`notice`}:{},...s?{fix:{title:`Use the control \`${o}\``,edits:[s]}}:{}})})})})],Ww=[...zx,...El,...wp,...Uw,...Pu];var Gw=class extends Error{name=`UserError`;more;constructor(e,t=[],n){super(e,n),this.more=t}};function Kw(e,t){return e.options.findLast(e=>e.name===t)?.value??null}const qw={passed:0,findings:1,unusable:2,defect:3};function Jw({id:e,family:t,severity:r,confidence:i,since:a,fix:o,docs:s}){return{id:e,family:t,severity:r,confidence:i,since:a,fix:o,docs:s,url:n(e)}}function Yw(e,n){let r=Kw(e,`format`)===`json`,i=t.find(({id:t})=>t===e.operands[0]);if(i){let{id:e,family:t,severity:a,docs:o}=i,s={schemaVersion:1,id:e,family:t,severity:a,docs:o};return n.write(r?`${JSON.stringify(s,null,2)}\n`:Qw(i,n)),qw.passed}let a=Xw(e.operands[0]);return n.write(r?`${JSON.stringify({schemaVersion:1,...Jw(a)},null,2)}\n`:Zw(a,n)),qw.passed}function Xw(e){let n=Ww.find(({id:t})=>t===e)??Ww.find(({id:t})=>t.slice(t.indexOf(`/`)+1)===e);if(n)return n;let r=bl(e,[...Ww,...t].flatMap(({id:e})=>[e,e.slice(e.indexOf(`/`)+1)])),i=r===null?"`connector-gate rules` lists all":`did you mean \`${r}\`?`;throw new Gw(`unknown rule \`${o(e)}\`; ${i}`)}function Zw(e,t){let{id:r,severity:i,confidence:a,fix:o,since:s,docs:c,examples:l,options:u}=e,{style:d}=t,f=[te(i,d)(i),`${a} confidence`,o===null?`no fix`:`${o} fix`,`since ${s}`],p=[d.bold(r),f.join(d.dim(` · `)),``,...eT(c.summary,t),...$w(`Why`,eT(c.why,t),t),...$w(`What to do`,eT(c.remedy,t),t),...l.bad.flatMap(e=>tT(`Reported`,e,t)),...l.good.flatMap(e=>tT(`Not reported`,e,t))],ee=Object.entries(u).flatMap(([e,n])=>eT(`${e}: ${n.summary} (default: ${JSON.stringify(n.default)})`,t));return ee.length>0&&p.push(...$w(`Options`,ee,t)),p.push(...$w(`To set it aside in one place`,[`  # connector-gate:disable-next-line ${r} -- the reason`],t)),p.push(...$w(`More`,[n(r),...c.sources].map(e=>`  ${e}`),t)),`${p.join(`
`)}\n`}function Qw({id:e,docs:t},r){return`${[r.style.bold(e),``,...eT(t.summary,r),...$w(`Why`,eT(t.why,r),r),...$w(`What to do`,eT(t.remedy,r),r),...$w(`More`,[n(e),...t.sources].map(e=>`  ${e}`),r)].join(`
`)}\n`}function $w(e,t,{style:n}){return[``,n.bold(e),...t]}function eT(e,{width:t}){return ee(e,Math.min(t,100)-2).map(e=>`  ${e}`)}function tT(e,{name:t,source:n,fixed:r},i){let{style:a}=i,o=$w(`${e}: ${t}`,nT(n,i),i);return r===void 0?o:[...o,a.dim(`  after the fix:`),...nT(r,i)]}function nT(e,{style:t}){return e.trimEnd().split(`
`).map(e=>{let n=/^\s*\^+(?= \w+$)/.exec(e);return n?`    ${t.yellow(n[0])}`:`    ${e}`})}exports.runExplain=Yw;