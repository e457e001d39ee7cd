import { DARK, LIGHT, type Palette } from '../../shared/charts/palette.ts';
import { FACES } from '../../shared/charts/chart-frame.ts';

/** The look of a public page, from 390 pixels up, light and dark as the reader's system is. */
export const PUBLIC_STYLE = `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box;margin:0;padding:0}
html{background:var(--paper);-webkit-text-size-adjust:100%}
body{font:1rem/1.45 ${FACES};color:var(--ink);overflow-wrap:anywhere}
main{max-width:60rem;margin:0 auto;padding:clamp(1.25rem,4vw,3rem) clamp(1.25rem,5vw,3rem)}
h1{font-size:clamp(1.2rem,.9rem + 1.6vw,1.75rem);line-height:1.2;font-weight:500;color:var(--ink-2)}
.find{font-size:clamp(1.6rem,1rem + 2.9vw,2.6rem);line-height:1.12;font-weight:700;letter-spacing:-.02em;margin-top:.5rem;text-wrap:balance}
.said{margin-top:1rem;font-size:1.0625rem}
.said p+p{margin-top:.5rem}
figure{margin-top:1.75rem}
figure svg{display:block;width:100%;height:auto}
figure .narrow{display:none}
figcaption{margin-top:.75rem;font-size:.875rem;color:var(--ink-2)}
h2{font-size:1.125rem;margin-top:2.25rem;padding-bottom:.35rem;border-bottom:2px solid var(--ink)}
details{border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:.7rem 0;font-weight:500}
summary span{margin-left:.35em;font-weight:400;color:var(--ink-2)}
dl{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.35rem 1rem;font-size:.9375rem;padding-bottom:1rem}
dt{color:var(--ink-2)}
.how p{margin-top:.7rem;font-size:.9375rem;color:var(--ink-2);max-width:46rem}
footer{margin-top:2.25rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.875rem;color:var(--ink-2)}
summary:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
a{color:var(--now-text)}
@media (max-width:640px){figure .wide{display:none}figure .narrow{display:block}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}`;

/** Framed in somebody else's page it has no white of its own. */
export const EMBED_STYLE = `main{padding:1rem;max-width:none}.find{font-size:1.35rem}h1{font-size:1rem}`;

function variables({ paper, ink, ink2, line, now, nowText, rest }: Palette): string {
  return `--paper:${paper};--ink:${ink};--ink-2:${ink2};--line:${line};--now:${now};--now-text:${nowText};--rest:${rest}`;
}
