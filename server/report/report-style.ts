import { PRINT } from '../../shared/charts/palette.ts';
import { cssString } from './page-policy.ts';

/** The look of a report: A4, on white, read on a screen too. `footer` stands at the foot of every printed page. */
export function reportStyle(footer: string): string {
  return `${page(footer)}${TEXT}${TABLES}${PRINTED}`;
}

const FACES = `'Schibsted Grotesk',system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`;

function page(footer: string): string {
  const foot = `font:8.5pt ${FACES};color:${PRINT.ink2};border-top:1px solid ${PRINT.line};padding-top:2mm;vertical-align:top`;
  return `
@page{size:A4;margin:12mm 16mm 16mm;
@bottom-left{content:${cssString(footer)};width:80%;${foot}}
@bottom-right{content:counter(page) " of " counter(pages);text-align:right;${foot}}}`;
}

const TEXT = `
*{box-sizing:border-box;margin:0;padding:0}
html{background:#e9e5dc;-webkit-text-size-adjust:100%}
body{font:9.5pt/1.38 ${FACES};color:${PRINT.ink};-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet{background:#fff;max-width:210mm;margin:0 auto;padding:12mm 16mm 14mm}
.sheet+.sheet{margin-top:6mm}
header{display:flex;justify-content:space-between;gap:4mm;align-items:center;font-size:9pt;color:${PRINT.ink2};margin-bottom:6mm}
.brand{display:flex;gap:2mm;align-items:center;font-weight:700;color:${PRINT.ink}}
h1,h2.question{font-size:15pt;line-height:1.2;font-weight:500;color:${PRINT.ink2};letter-spacing:-.01em;overflow-wrap:anywhere}
h1.title{font-size:22pt;font-weight:700;color:${PRINT.ink};letter-spacing:-.02em}
.find{font-size:19pt;line-height:1.16;font-weight:700;letter-spacing:-.02em;margin-top:1.5mm;text-wrap:balance;overflow-wrap:anywhere}
.said{margin-top:2.5mm;font-size:10.5pt;overflow-wrap:anywhere}
.said p+p{margin-top:1.2mm}
.nt{font-size:8.5pt;line-height:1.4;color:${PRINT.ink2};margin-top:2.5mm;overflow-wrap:anywhere}
h2,h3{font-size:10.5pt;margin-top:5mm;padding-bottom:1mm;border-bottom:2px solid ${PRINT.ink};break-after:avoid}
h2.question{border:0;margin:0;padding:0}
.how{font-size:8.5pt;line-height:1.42;margin-top:2mm;color:${PRINT.ink2};columns:2;column-gap:8mm}
.how p{margin-bottom:1.6mm;break-inside:avoid}
.own{margin-top:2mm;overflow-wrap:anywhere}
p.own{font-weight:700;break-after:avoid}
ul.own{margin:.6mm 0 0 4mm}
ul.own li{break-inside:avoid}
h3+p{margin-top:1.5mm}
.facts{margin-top:2mm;color:${PRINT.ink2};font-size:10.5pt}
.findings{list-style:none;margin-top:2mm}
.findings li{padding:2.4mm 0;border-bottom:1px solid ${PRINT.line};break-inside:avoid}
.findings b{display:block;font-size:12.5pt;line-height:1.25;font-weight:700;letter-spacing:-.01em}
.findings span{color:${PRINT.ink2}}
svg{display:block;max-width:100%;height:auto;overflow:visible}`;

const TABLES = `
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{font-weight:500;text-align:left;font-variant-numeric:normal}
.rows{margin-top:4mm}
.rows thead th{font-size:8.5pt;color:${PRINT.ink2};vertical-align:bottom;padding-bottom:1mm;line-height:1.2}
.rows tbody>tr>*{border-top:1px solid ${PRINT.line};vertical-align:middle;padding:0}
.rows tbody>tr:last-child>*{border-bottom:1px solid ${PRINT.line}}
.rows tbody th{line-height:1.2;padding:1.2mm 2.5mm 1.2mm 0;overflow-wrap:anywhere;min-width:23mm}
.rows tr{break-inside:avoid}
.rows .first th{font-weight:700}
.rows .n{text-align:right;white-space:nowrap;padding-left:2.5mm;font-size:8.5pt}
.rows thead .n{white-space:normal}
.rows thead .n svg{display:inline-block;vertical-align:-1px;margin-right:1mm}
.rows .strip{line-height:0}
.rows .strip svg{max-width:none}
.rows+.nt,.said+svg{margin-top:3mm}
.pairs{width:auto;margin-top:1mm}
.pairs .n{padding-left:6mm}
.pairs thead .n{max-width:32mm}
.pairs tbody th{min-width:35mm}
.result tbody th{min-width:44mm}
.rows small{display:block;font-size:8.5pt;color:${PRINT.ink2}}
.rows small b{color:${PRINT.ink};font-weight:700}
.ds{table-layout:fixed;font-size:8.5pt;line-height:1.32;margin-bottom:3mm;font-variant-numeric:normal}
.ds th,.ds td{vertical-align:top;padding:1.2mm 3mm 1.3mm 0;border-bottom:1px solid ${PRINT.line};overflow-wrap:anywhere}
.ds thead th{font-weight:700}
.ds thead svg{display:inline-block;vertical-align:-1px;margin-right:1mm}
.ds tbody th{color:${PRINT.ink2};font-weight:400;width:21mm}
.ds thead td:first-child{width:23mm}
.short .ds{font-size:8pt;line-height:1.25}
.short .ds th,.short .ds td{padding:.7mm 3mm .8mm 0}
.short .rows tbody th{padding:.4mm 2.5mm .4mm 0}
.short h3{margin-top:4mm}
.ds tr{break-inside:avoid}
.moves td,.moves th{text-align:right;padding:1mm 2mm;border-bottom:1px solid ${PRINT.line};font-size:8.5pt}
.moves th:first-child{text-align:left}
.moves .same{color:${PRINT.ink2}}
.moves .gone{border-left:2px dashed ${PRINT.ink2}}`;

const PRINTED = `
@media screen and (max-width:640px){.sheet{padding:5mm}.how{columns:1}header{flex-wrap:wrap}.rows{min-width:150mm}.ds{min-width:130mm}}
@media print{html{background:#fff}.sheet{max-width:none;padding:0}.sheet+.sheet{margin:0;break-before:page}.wide{overflow:visible}}`;
