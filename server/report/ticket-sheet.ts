import qrcode from 'qrcode';
import { spacedCode } from '../../shared/ids.ts';
import { asMarkup, html } from './html.ts';
import { policyFor } from './page-policy.ts';
import type { ReportDocument } from './report-document.ts';

/** One ticket that was just made: only now is what stands on it known. */
export interface PrintedTicket {
  number: number;
  url: string;
}

const STYLE = `
@page { size: A4; margin: 10mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { color: #000; background: #fff; font: 400 9pt/1.25 system-ui, sans-serif; }
header { max-width: 190mm; margin: 0 auto; padding: 6mm 0; }
h1 { font-size: 14pt; }
ol { display: grid; grid-template-columns: repeat(3, 1fr); max-width: 190mm; margin: 0 auto; list-style: none; border: 1px dashed #777; border-width: 1px 0 0 1px; }
li { display: grid; grid-template-columns: 30mm 1fr; gap: 3mm; align-items: center; height: 39mm; padding: 4mm 3mm; border: 1px dashed #777; border-width: 0 1px 1px 0; break-inside: avoid; overflow: hidden; }
svg { display: block; width: 30mm; height: 30mm; }
b { display: block; font-size: 12pt; }
p { overflow-wrap: anywhere; }
@media print { header { display: none; } }
`;

/** A sheet of tickets to print and cut: A4, 21 a page. */
export async function ticketSheet(
  { title, code }: { title: string; code: string },
  tickets: readonly PrintedTicket[],
): Promise<ReportDocument> {
  const cut = await Promise.all(
    tickets.map(async ({ number, url }) => {
      const drawn = await qrcode.toString(url, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
      return html`<li>
        ${asMarkup(drawn)}
        <div>
          <b>No. ${number}</b>
          <p>${title}</p>
          <p>Scan it with your phone. Good for one vote on each question.</p>
        </div>
      </li>`;
    }),
  );
  const page = html`<header>
      <h1>${tickets.length} tickets for ${title}, code ${spacedCode(code)}</h1>
      <p>
        Print this page at 100 %, and cut along the lines. Keep no copy: whoever has a ticket has its vote.
        Once this page is closed nobody can print these tickets again.
      </p>
    </header>
    <ol>
      ${cut}
    </ol>`;
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Askagain: tickets</title><style>${STYLE}</style>`;
  return { html: `${head}<main>${page.markup}</main></html>`, policy: policyFor(STYLE, 'data:') };
}
