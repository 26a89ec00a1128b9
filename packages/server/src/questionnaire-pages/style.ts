import { createHash } from 'node:crypto'

/** How the pages look: no font, picture or script is loaded. Light and dark have a contrast of 4.5 or more. */
export const style = `:root{color-scheme:light dark;--page:#f6f5f1;--card:#fff;--text:#1c2b33;--soft:#50606a;--line:#87949c;--faint:#dcdfdd;--accent:#0a5c5a;--on-accent:#fff;--tint:#e3f0ee;--bad:#a8201a;--focus:#b3540a}
@media (prefers-color-scheme:dark){:root{--page:#12181b;--card:#1b2327;--text:#e8ecec;--soft:#a9b6bb;--line:#75848b;--faint:#333f45;--accent:#7fd0c5;--on-accent:#0c1c1b;--tint:#1f3836;--bad:#ff9d94;--focus:#ffb566}}
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);overflow-wrap:anywhere;hyphens:auto}
header,main{max-width:41rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center;justify-content:space-between;padding-top:.75rem;padding-bottom:.75rem;color:var(--soft)}
header p{margin:0;flex:1 1 min(12rem,100%)}
header nav{display:flex;gap:.5rem}
main{padding-bottom:4rem}
h1{font-size:1.7rem;line-height:1.25;margin:.75rem 0 1rem;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
h1.step{font-size:1rem;letter-spacing:0;color:var(--soft);margin:.25rem 0 .5rem}
p,ul{margin:0 0 1rem}
ul{padding-left:1.2rem}
li+li{margin-top:.5rem}
.lead{font-size:1.15rem}
.soft,.hint{color:var(--soft)}
.hint{margin:-.25rem 0 .75rem}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:.3rem}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:not(:focus){position:absolute;left:-99rem}
.bar{height:.4rem;border-radius:1rem;background:var(--faint);margin:0 0 1.5rem;overflow:hidden}
.bar svg{display:block;width:100%;height:100%;fill:var(--accent)}
.card .buttons{margin:1rem 0 0}
.card p{margin:0}
.card,.question{background:var(--card);border:1px solid var(--faint);border-radius:.75rem;padding:1.25rem 1rem;margin:0 0 1.25rem;min-width:0}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend .soft,.asks .soft{font-weight:400}
legend,.asks{display:block;font-size:1.15rem;font-weight:600;line-height:1.35;padding:0;margin:0 0 .75rem}
.choice{display:flex;gap:.75rem;align-items:flex-start;padding:.65rem .75rem;margin:0 0 .5rem;border:1px solid var(--line);border-radius:.5rem;cursor:pointer}
fieldset>:last-child{margin-bottom:0}
.choice:hover{border-color:var(--accent)}
.choice:has(:checked){background:var(--tint);border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.choice:has(:focus-visible){outline:3px solid var(--focus);outline-offset:2px}
.choice input{flex:none;width:1.5rem;height:1.5rem;min-width:24px;min-height:24px;margin:0;accent-color:var(--accent)}
.choice input:focus-visible{outline:0}
.choice span{min-width:0}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(3.2rem,1fr));gap:.5rem;margin:0 0 .5rem}
.scale .choice{flex-direction:column;align-items:center;gap:.25rem;padding:.5rem .25rem;margin:0}
.or{margin:.25rem 0 .5rem;color:var(--soft)}
input[type=text],textarea,select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.65rem .75rem;width:100%;min-height:3rem}
input.short{max-width:9rem}
textarea{display:block;min-height:9rem;resize:vertical}
.bad{border-color:var(--bad);box-shadow:inset 4px 0 0 var(--bad)}
.bad input[type=text],.bad textarea,.bad select{border:2px solid var(--bad)}
.error{color:var(--bad);font-weight:600;margin:0 0 .75rem}
.summary{border:3px solid var(--bad);border-radius:.75rem;background:var(--card);padding:1rem;margin:0 0 1.5rem}
.summary h2{margin-top:0}
.summary ul{margin:0;padding:0;list-style:none}
.summary a{color:var(--bad);font-weight:600;display:block;min-height:24px}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.5rem 0}
.stop{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--faint)}
button,.button{font:inherit;font-weight:600;min-height:3rem;padding:.6rem 1.5rem;border-radius:.5rem;border:2px solid var(--accent);background:var(--accent);color:var(--on-accent);cursor:pointer;text-decoration:none;text-align:center}
button.plain{background:transparent;color:var(--accent)}
button.link{margin-left:-.25rem}
button.link,header a{display:inline-block;min-height:1.9rem;padding:.15rem .25rem;border:0;background:none;color:var(--accent);font-weight:400;text-decoration:underline;text-underline-offset:.15em}
dl{margin:0}
dl>div{display:grid;grid-template-columns:1fr auto;gap:.15rem 1rem;padding:.85rem 0;border-top:1px solid var(--faint)}
dl>div:first-child{border-top:0}
dt{grid-row:1;grid-column:1;color:var(--soft);min-width:0}
dd{margin:0;min-width:0}
dd.change{grid-row:1;grid-column:2}
dd.given{grid-row:2;grid-column:1;font-weight:600;white-space:pre-line}
dd.note{grid-row:3;grid-column:1/-1}
dd.given ul{margin:0;white-space:normal}
dd.given li{margin:0}
`

/** What a page may load and do: its own look, and sending its form to its own host. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** The same for a page that has the browser forget those before it. */
export const forgettingPolicy = `${pagePolicy}; img-src 'self'`
