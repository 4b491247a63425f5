Object.defineProperty(exports,Symbol.toStringTag,{value:`Module`});let e=require("node:crypto");function t(t){return(0,e.createHash)(`sha256`).update(t).digest(`hex`)}const n=[`error`,`warning`,`notice`],r=[`structure`,`guidelines`,`security`,`usability`,`listing`];function i(e,t){return n.indexOf(e)-n.indexOf(t)}function a(e){let t={error:0,warning:0,notice:0};for(let{counts:r}of e)for(let e of n)t[e]+=r[e];return t}function o(e){return String(e).replace(/\B(?=(?:\d{3})+$)/g,`,`)}function s(e,t){return`${o(e)} ${t}${e===1?``:`s`}`}function c(e){let t=n.filter(t=>e[t]>0);return t.length===0?`no findings`:t.map(t=>s(e[t],t)).join(`, `)}const l=/[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;function u(e){return e.replace(l,d).replaceAll(`##[`,`#\\u{23}[`)}function d(e){return`\\u{${e.codePointAt(0).toString(16)}}`}function f(e){return u(e.replace(/[ \t\r\n\u2028\u2029]+/g,e=>/[^ ]/.test(e)?` `:e))}function p(e,t){return e.length<=t?e:`${e.slice(0,t-1).replace(/[\ud800-\udbff]$/,``)}…`}function m(e){return f(e).replace(/[&<>"'`]/g,h)}function h(e){return`&#${e.codePointAt(0)};`}RegExp("@|:(?=//|[\\w+-]+:)|\\bwww(?=\\.)|\\b(?:GH|CVE|GHSA)(?=-)|\\b[0-9a-f]{7,}\\b|#|[&<>|\\\\`*~[\\]$]|(?<![a-z0-9])_+|_+(?![a-z0-9])|^[-+=]|(?<=^\\d+)[.)]",`gi`);const g=[{id:`analysis-limit`,family:`structure`,severity:`error`,confidence:`high`,since:`0.1.0`,fix:null,docs:{summary:`Can be looked at within the time and the memory that one connector gets.`,why:`The check was stopped, so nothing is known of the connector. What nobody looked at does not pass, and a waiver cannot change that.`,remedy:"Look for what makes the file unusual: thousands of nested brackets, generated code, or long runs of characters that are no Ruby; often `ruby -c connector.rb` names the place. If the connector is an ordinary one, report it.",sources:[`https://docs.workato.com/en/developing-connectors/sdk/limits.html`]}},{id:`internal-error`,family:`structure`,severity:`warning`,confidence:`high`,since:`0.1.0`,fix:null,docs:{summary:`Makes none of the checks fail.`,why:`This is a defect of Connector Gate, not of the connector. Where one rule failed, it is a warning: all others have looked at the connector. Where the checks as a whole failed, it is an error, since a connector at which nothing looked has not passed.`,remedy:`Report it, with the smallest part of the connector that still shows it. Until it is mended, a reviewer looks at what the rule is about.`,sources:[`https://github.com/connector-gate/connector-gate/issues`]}}];function _(e,t){return e.get(t)??g.find(e=>e.id===t)}function v(e){return`https://github.com/connector-gate/connector-gate/blob/main/docs/rules/${e}.md`}function ee(e,t){let n=t.get(e.file),{span:r}=e,i=r&&n?n.position(r.start):{line:e.line??1,column:1},a=r&&n?n.position(r.end):i;return{ruleId:e.ruleId,family:te(e.ruleId),severity:e.severity,message:e.message,file:e.file,start:i,end:a,path:e.path,fixable:e.fix!==null,url:v(e.ruleId)}}function te(e){let t=e.indexOf(`/`);return t===-1?`structure`:e.slice(0,t)}function ne(e,t,n){let r=e.get(t);r?r.push(n):e.set(t,[n])}function y(e,t){let n=new TextEncoder,r=[],i=0;for(let{span:a,text:o}of[...t].sort((e,t)=>e.span.start-t.span.start||e.span.end-t.span.end)){if(a.start<i||a.end<a.start||a.end>e.length)return null;r.push(e.subarray(i,a.start),n.encode(o)),i=a.end}return r.push(e.subarray(i)),b(r)}function b(e){let t=new Uint8Array(e.reduce((e,t)=>e+t.length,0)),n=0;for(let r of e)t.set(r,n),n+=r.length;return t}const x=/^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/,S=/\p{Emoji_Presentation}|\ufe0f/u,C=/^[\p{Mark}\u200c\u200d]+$/u,w=/^[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d08}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;function T(e){let t=[];if(x.test(e)&&!e.includes(`##[`)){for(let n=0;n<e.length;n++)t.push({text:e[n],width:1,index:n});return t}for(let{segment:n,index:r}of new Intl.Segmenter(`en`,{granularity:`grapheme`}).segment(e))n===`	`?t.push({text:`    `,width:4,index:r}):n===`[`&&e.slice(0,r).endsWith(`##`)?t.push({text:`\\u{5b}`,width:6,index:r}):t.push(re(n,r));return t}function re(e,t){let n=u(e);return n===e?C.test(e)?{text:`\u25cc${e}`,width:1,index:t}:{text:e,width:S.test(e)||w.test(e)?2:1,index:t}:{text:n,width:n.length,index:t}}const E={text:`…`,width:1,index:-1};function ie(e,t){let n=e.position(t.start),r=e.position(t.end);if(r.line>n.line&&r.column===1){let t=r.line-1;return{first:n.line,from:n.column,last:t,to:e.line(t).length+1}}return{first:n.line,from:n.column,last:r.line,to:r.column}}function ae(e,t,n){let{first:r,from:i,last:a,to:o}=ie(e,t),s=[];for(let t=r;t<=a;t++){a-r>=6&&t===r+6-2&&(s.push(null),t=a);let c=e.line(t),l=t===a?o-1:c.length,u=t===r?i-1:Math.min(l,c.search(/\S|$/)),{cells:d}=oe(c,u,l,n),f=d.findIndex(({index:e})=>e>=u),p=f===-1?d.length:f,m=d.findIndex(({index:e},t)=>t>=p&&e>=l),h=m===-1?d.length:m;s.push({line:t,before:D(d.slice(0,p)),marked:p===h&&r<a?null:D(d.slice(p,h)),after:D(d.slice(h))})}return s}function D(e){return e.map(e=>e.text).join(``)}function oe(e,t,n,r){let i=Math.max(0,t-r*2),a=Math.min(e.length,Math.min(n,t+r)+r*2),o=T(e.slice(i,a)).map(e=>({...e,index:e.index+i})),s=i===0&&O(o,0,n)<r?0:se(o,t,n,r),c=o.slice(s),l=s>0||i>0?[E]:[],u=a<e.length||O(c,0,1/0)+l.length>r,d=[],f=r-l.length-+!!u;for(let e of c){if(f-=e.width,f<0)break;d.push(e)}let p=c[d.length];return{cells:[...l,...d,...u?[E]:[]],before:l.length+O(d,0,t),marked:O(d,t,n)+(p&&p.index<n?1:0)}}function se(e,t,n,r){let i=Math.max(4,Math.min(r-O(e,t,n)-2,Math.floor(r/3))),a=e.findIndex(e=>e.index>=t);a===-1&&(a=e.length);let o=0;for(;a>0&&o+e[a-1].width<=i;)o+=e[--a].width;return a}function O(e,t,n){let r=0;for(let i of e)i.index>=t&&i.index<n&&(r+=i.width);return r}function k(e){return e.match(/[^\n]*\n|[^\n]+$/g)??[]}function A(e,t){let n=0;for(;n<e.length&&n<t.length&&e[n]===t[n];)n++;let r=0;for(;r<e.length-n&&r<t.length-n&&e[e.length-1-r]===t[t.length-1-r];)r++;let i=e=>[` `,e];return[...e.slice(0,n).map(i),...j(e.slice(n,e.length-r),t.slice(n,t.length-r)),...e.slice(e.length-r).map(i)]}function j(e,t){let n=[],r=new Map([[1,0]]);for(let i=0;i<=Math.min(e.length+t.length,2e3);i++){n.push(r);let a=new Map(r);for(let o=-i;o<=i;o+=2){let s=M(r,o,i)?r.get(o+1)??0:(r.get(o-1)??0)+1;for(;s<e.length&&s-o<t.length&&e[s]===t[s-o];)s++;if(a.set(o,s),s>=e.length&&s-o>=t.length)return N(n,e,t,i)}r=a}return[...e.map(e=>[`-`,e]),...t.map(e=>[`+`,e])]}function M(e,t,n){return t===-n||t!==n&&(e.get(t-1)??0)<(e.get(t+1)??0)}function N(e,t,n,r){let i=[],a=t.length,o=n.length;for(let s=r;s>=0;s--){let r=e[s],c=a-o,l=M(r,c,s),u=l?c+1:c-1,d=r.get(u)??0,f=d-u;for(;a>d&&o>f&&a>0&&o>0;)a--,o--,i.push([` `,t[a]]);if(s===0)break;i.push(l?[`+`,n[f]]:[`-`,t[d]]),a=d,o=f}return i.reverse()}var P=class{text;constructor(e){this.text=e}};function F(e,...t){let n=e[0];for(let[r,i]of t.entries())n+=I(i)+e[r+1];return new P(n)}function I(e){return e===null?``:e instanceof P?e.text:typeof e==`object`?e.map(({text:e})=>e).join(``):m(String(e))}function L(e){return new P(m(e).replace(/&#96;(.+?)&#96;/g,`<code>$1</code>`))}function R(e,t){let n=ae(e,t,110).map(e=>{if(e===null)return F`<i>⋮</i>\n`;let t=e.marked===null?null:F`<mark>${e.marked}</mark>`;return F`<i>${e.line}</i>${e.before}${t}${e.after}\n`});return F`<pre class="${n.length>1?`lines`:`line`}">${n}</pre>\n`}function z(e,{edits:t}){let n=B(e,t),r=n.length>10?[]:n.map(t=>V(e,t));return r.length===0||r.includes(null)?null:F`<pre class="diff">${r.map((e,t)=>F`${t>0?F`<span>⋮</span>`:null}${e.map(H)}`)}</pre>\n`}function B(e,t){let n=[];for(let r of t.toSorted((e,t)=>e.span.start-t.span.start)){let t=Math.max(1,e.lineOf(r.span.start)-1),i=Math.min(e.lineCount(),e.lineOf(r.span.end)+1),a=n.at(-1);a&&t<=a.last+1?(a.edits.push(r),a.last=Math.max(a.last,i)):n.push({edits:[r],first:t,last:i})}return n}function V(e,{edits:t,first:n,last:r}){let i=e.lineStart(n),a=e.lineStart(r+1),o=t.reduce((e,{text:t})=>e+t.length,0);if(r-n>60||a-i+o>6e3)return null;let s=e.bytes.subarray(i,a),c=y(s,t.map(({span:e,text:t})=>({span:{start:e.start-i,end:e.end-i},text:t}))),l=new TextDecoder,u=c&&k(l.decode(c));return u&&u.length<=60?A(k(l.decode(s)),u):null}function H([e,t]){let n=`${e} ${T(p(t.replace(/\r?\n$/,``),500)).map(e=>e.text).join(``)}`;return e===` `?F`<span>${n}</span>`:e===`-`?F`<del>${n}</del>`:F`<ins>${n}</ins>`}function U(e,t=e){return F`<b class="badge ${e}">${t}</b>`}function W({report:{baseline:e,counts:t},findings:n}){return e?n.length===0?`nothing new`:`${c(t)}, new`:c(t)}function G(e,t,n){let{file:r,title:i,verdict:a,baseline:c,sha256:l,lines:u}=e.report,d=e.findings.filter(({fix:e})=>e?.safety===`safe`).length,f=[F`<code>${p(r,200)}</code>`,F`${s(u,`line`)}`,F`SHA-256 <code>${l.slice(0,12)}…</code>`,...d>0?[F`${o(d)} fixable with <code>--fix</code>`]:[],...c?[F`${o(c.fixed.length)} fixed, ${o(c.unchanged.length)} as before`]:[],...t===null?[]:[F`<a href="#top">All connectors</a>`]];return F`<section id="c${t??1}">
<h2>${U(a)} <bdi>${p(i??r,80)}</bdi>: ${W(e)}</h2>
<ul class="facts">${f.map(e=>F`<li>${e}</li>`)}</ul>
${K(e,n)}${fe(e,n)}</section>
`}function K({report:e,findings:t,sources:n},r){let a=e.findings.map((e,r)=>({finding:e,detail:t[r],source:n.get(e.file)})),o=new Map;for(let e of a.toSorted((e,t)=>i(e.finding.severity,t.finding.severity)))ne(o,`${e.finding.severity} ${e.finding.ruleId}`,e);return[...o.values()].flatMap(t=>ce(t,e.file,r))}function ce(e,t,n){let r=q(e,ue,n);if(r.length===0)return[];let{ruleId:i,severity:a,file:s}=e[0].finding,c=_(n.rules,i)?.docs,l=e.length>1?` (${o(e.length)})`:``,u=c?F`<p>${L(c.why)} <strong>Fix:</strong> ${L(c.remedy)}</p>\n`:null,d=r.slice(10),f=F`<details><summary>${o(d.length)} more</summary>
<ul>
${d}</ul>
</details>
`;return[F`<section class="rule ${a}">
<h3>${U(a)} ${J(i,n)}${l}</h3>
${u}<ul>
${r.slice(0,10)}</ul>
${d.length>0?f:null}${n.rules.has(i)?le(i,s===t):null}</section>
`]}function q(e,t,n){let r=[];for(let i of e){let e=n.room>0?t(i,n):null;n.room-=e?.text.length??0,e&&n.room>=0?r.push(e):n.left++}return r}function J(e,{rules:t}){return _(t,e)?F`<a href="${v(e)}">${e}</a>`:F`<code>${p(e,200)}</code>`}function le(e,t){let n=F`by a comment before the line:</p>
<pre># connector-gate:disable-next-line ${e} -- the reason</pre>`,r=F`in <code>.github/connector-gate.yml</code>:</p>
<pre>waivers:
  - rule: ${e}
    reason: the reason</pre>`;return F`<details class="waiving"><summary>Does not fit here?</summary>
<p>Set it aside, with a reason that reviewers see, ${t?n:r}
<p><code>connector-gate explain ${e}</code> shows examples.</p>
</details>
`}function ue({finding:e,detail:t,source:n}){let r=t?.span??null,i=((n&&t?.related)??[]).map(t=>{let{line:r,column:i}=n.position(t.span.start);return F`<p class="place">See <code>${`${p(e.file,200)}:${r}:${i}`}</code> ${L(p(t.message,600))}</p>\n`});return F`<li>
<p class="message">${L(p(e.message,600))}</p>
<p class="place">${Y(e,t)}</p>
${n&&r?R(n,r):null}${i}${n&&t?.fix?de(n,t.fix):null}</li>
`}function Y({file:e,start:t,path:n},r){let i=r?.span===null&&r.line===void 0?``:`:${t.line}:${t.column}`,a=n===null?null:F` in <code>${p(n,200)}</code>`;return F`<code>${p(e,200)}${i}</code>${a}`}function de(e,t){let n=t.safety===`safe`?"`--fix` does it for you.":"`--fix-unsafe` does it, for you to look at.",r=F`${L(p(t.title,600))}. ${L(n)}`,i=z(e,t);return i?F`<details><summary>Fix: ${r}</summary>\n${i}</details>\n`:F`<p class="place">Fix: ${r}</p>\n`}function fe({report:e,waived:t=[],sources:n},r){if(e.waivers.length===0)return null;let i=[`Rule`,`Where`,`Sets aside`,`Reason`].map(e=>F`<th scope="col">${e}</th>`),a=t.map(({finding:e})=>({finding:ee(e,n),detail:e}));return F`<details class="waivers">
<summary>${s(e.waivers.length,`waiver`)}: ${s(t.length,`finding`)} set aside</summary>
<table>
<thead><tr>${i}</tr></thead>
<tbody>
${q(e.waivers,pe,r)}</tbody>
</table>
<ul>
${q(a,me,r)}</ul>
</details>
`}function pe({ruleId:e,file:t,line:n,reason:r,until:i,state:a,count:o},c){let l=a===`used`?s(o,`finding`):a.replace(`-`,` `);return F`<tr>${[J(e,c),F`<code>${p(t,200)}:${n}</code>`,F`${l}${i===null?``:`, until ${p(i,20)}`}`,L(p(r??``,600))].map(e=>F`<td>${e}</td>`)}</tr>\n`}function me({finding:e,detail:t},n){return F`<li>
<p class="message">${L(p(e.message,600))}</p>
<p class="place">${U(e.severity)} ${J(e.ruleId,n)} ${Y(e,t)}</p>
</li>
`}const X=`
:root{color-scheme:light dark;--back:#fff;--soft:#f5f6f8;--line:#d8dce2;--text:#1d2127;--dim:#59616c;--link:#0b57b0;
--error:#b3201a;--warning:#855000;--notice:#0b57b0;--pass:#12662f;--mark:#ffe8a3;--del:#ffe3e0;--ins:#dcf5e3}
@media (prefers-color-scheme:dark){:root{--back:#11151a;--soft:#1a2027;--line:#343c46;--text:#e4e8ed;--dim:#9da7b3;--link:#80b6ff;
--error:#ff938a;--warning:#ecb652;--notice:#80b6ff;--pass:#6fd190;--mark:#5a4708;--del:#4d1f1e;--ins:#173d25}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem;max-width:64rem;background:var(--back);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,p,ul,pre,table{margin:0}
h1{font-size:1.75rem;line-height:1.25}
h2{font-size:1.25rem;line-height:1.3}
h3{font-size:1rem}
a{color:var(--link);text-underline-offset:.15em}
ul{padding:0;list-style:none}
code,pre{font:.8125rem/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;unicode-bidi:isolate}
p code,summary code{padding:.1em .3em;border-radius:.25rem;background:var(--soft)}
pre{padding:.625rem .75rem;border:1px solid var(--line);border-radius:.375rem;background:var(--soft);overflow-x:auto;overflow-wrap:normal}
pre i{display:inline-block;min-width:3ch;margin-right:1.5ch;color:var(--dim);font-style:normal;text-align:right;user-select:none}
mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--warning)}
mark:empty{border-bottom:0;border-left:2px solid var(--warning)}
.lines mark{border-bottom:0}
.error mark{border-color:var(--error)}
.notice mark{border-color:var(--notice)}
.diff>*{display:block;min-width:fit-content;text-decoration:none}
del{background:var(--del)}
ins{background:var(--ins)}
header>p{color:var(--dim);font-weight:600}
.badge{display:inline-block;padding:0 .5em;border:1px solid;border-radius:1em;font-size:.8125rem;line-height:1.5;vertical-align:.1em}
h1 .badge{font-size:1.125rem}
.badge.error,.badge.fail,td.error{color:var(--error)}
.badge.warning,td.warning{color:var(--warning)}
.badge.notice,td.notice{color:var(--notice)}
.badge.pass{color:var(--pass)}
td.none{color:var(--dim)}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
caption{padding:1.25rem 0 .25rem;text-align:left;font-weight:600}
th,td{padding:.375rem .75rem .375rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{color:var(--dim);font-size:.8125rem}
.counts:first-of-type{max-width:34rem}
.counts th code{display:block;color:var(--dim);font-size:.75rem}
.counts td,.counts th+th{width:6rem;padding-right:0;text-align:right;font-variant-numeric:tabular-nums}
main>section{margin-top:3rem;padding-top:1.5rem;border-top:1px solid var(--line)}
.facts{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;margin-top:.375rem;color:var(--dim);font-size:.875rem}
.rule{margin-top:1.5rem;padding:1rem 1.25rem;border:1px solid var(--line);border-left:.25rem solid var(--notice);border-radius:.5rem;
content-visibility:auto;contain-intrinsic-size:auto 24rem}
.rule.error{border-left-color:var(--error)}
.rule.warning{border-left-color:var(--warning)}
.rule>*+*{margin-top:.5rem}
.rule>p,.place,details p{font-size:.9375rem}
li+li{margin-top:1.25rem}
.rule>ul,.rule>details>ul{margin-top:1rem}
.facts li,.facts li+li{margin:0}
.message,.place{overflow-y:clip}
.message{font-weight:600}
.place{color:var(--dim)}
li pre,li details,pre+.place,details>*+*{margin-top:.5rem}
summary{width:fit-content;color:var(--link);font-size:.875rem;cursor:pointer}
.waivers{margin-top:1.5rem}
footer{margin-top:3rem;color:var(--dim);font-size:.875rem}
@media (max-width:40rem){body{padding:1.25rem .875rem}h1{font-size:1.375rem}.rule{padding:.75rem .875rem}
.counts td,.counts th+th{width:3.875rem}.counts th+th{font-size:.75rem}.counts th code{display:none}}
@media print{body{max-width:none;padding:0;font-size:10pt}pre{white-space:pre-wrap;overflow-wrap:anywhere}
.rule{content-visibility:visible}li,h2,h3,p{break-inside:avoid}h2,h3,.facts,.rule>p{break-after:avoid}
.waiving{display:none}details::details-content{content-visibility:visible;block-size:auto}}
`,Z={structure:`Structure`,guidelines:`Guidelines`,security:`Security`,usability:`Usability`,listing:`Listing`};function he(e,n){let r={rules:n.rules,room:n.maxLength??1e7,left:0},i=`Connector Gate: ${c(a(e.map(({report:e})=>e)))}`,o=`default-src 'none'; style-src 'sha256-${Buffer.from(t(X),`hex`).toString(`base64`)}'; base-uri 'none'; form-action 'none'`,l=e.map((t,n)=>G(t,e.length===1?null:n+1,r)),u=F`<p>${s(r.left,`more finding`)} did not fit here; other formats have them.</p>\n`;return F`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${o}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${i}</title>
<style>${new P(X)}</style>
</head>
<body>
${ge(e)}<main>
${l}${r.left>0?u:null}</main>
<footer>
<p>Connector Gate ${`0.1.0`}. An error surely breaks, or surely violates a must, and blocks. A warning is for the reviewer
to weigh. A notice is advice.</p>
</footer>
</body>
</html>
`.text}function ge(e){let t=e.map(({report:e})=>e),n=t.filter(({verdict:e})=>e===`fail`).length,r=e.length===1?e[0]:null,i=r?.report.verdict??(n===0?`all pass`:`${o(n)} fail`),l=r?W(r):c(a(t)),u=r?``:` in ${s(t.length,`connector`)}`;return F`<header>
<p>Connector Gate</p>
<h1>${U(n>0?`fail`:`pass`,i)} ${l}${u}</h1>
${_e(e)}${r?null:ve(e)}</header>
`}function _e(e){let t=new Map(r.map(e=>[e,{error:0,warning:0,notice:0}]));for(let{report:n}of e)for(let{family:e,severity:r}of n.findings)t.get(e)[r]++;return Q(`By family`,`Family`,[...t].map(([e,t])=>F`<tr><th scope="row">${Z[e]}</th>${$(t)}</tr>\n`))}function ve(e){return Q(`By connector`,`Connector`,e.map(({report:{verdict:e,title:t,file:n,counts:r}},i)=>{let a=F`<a href="#c${i+1}"><bdi>${p(t??n,80)}</bdi></a>`,o=t===null?null:F` <code>${p(n,200)}</code>`;return F`<tr><th scope="row">${U(e)} ${a}${o}</th>${$(r)}</tr>\n`}))}function Q(e,t,n){return F`<table class="counts">
<caption>${e}</caption>
<thead><tr>${[t,`Errors`,`Warnings`,`Notices`].map(e=>F`<th scope="col">${e}</th>`)}</tr></thead>
<tbody>
${n}</tbody>
</table>
`}function $(e){return n.map(t=>{let n=e[t];return F`<td class="${n===0?`none`:t}">${o(n)}</td>`})}exports.renderHtml=he;