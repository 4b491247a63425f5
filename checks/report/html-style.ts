/** The style of the report in HTML: light or dark as the reader has it, narrow or wide, on a screen or on paper. */
export const htmlStyle = `
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
`;
