import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { dotRowsSvg } from '../../shared/charts/dot-rows-svg.ts';
import { DARK, LIGHT, PRINT } from '../../shared/charts/palette.ts';
import { timeChartSvg } from '../../shared/charts/time-chart-svg.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import { loadComparison } from '../comparisons.ts';
import { comparisonCsv } from '../export/comparison-csv.ts';
import { comparisonJson } from '../export/comparison-json.ts';
import { comparisonXlsx } from '../export/comparison-xlsx.ts';
import { attachment } from './attachment.ts';
import { comparisonAsk, comparisonQuery } from './comparison-query.ts';
import type { RestContext } from './context.ts';
import { guardOf } from './guard.ts';
import { flag, idParam, isSet } from './params.ts';
import { mustGet } from './questions.ts';

const csvQuery = z.extend(comparisonQuery, { bom: flag });
const svgQuery = z.extend(comparisonQuery, {
  chart: z._default(z.enum(['rows', 'time']), 'rows'),
  width: z._default(z.coerce.number().check(z.int(), z.minimum(320), z.maximum(4000)), 1200),
  theme: z._default(z.enum(['light', 'dark', 'print']), 'light'),
});
const CHARTS = { rows: dotRowsSvg, time: timeChartSvg };
const PALETTES = { light: LIGHT, dark: DARK, print: PRINT };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A comparison as files: a table, a workbook, the whole of it, and a picture. */
export const comparisonFileRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (
  app,
  { context },
) => {
  const { organiser: onRequest } = guardOf(context);
  const load = async (id: string, query: z.infer<typeof comparisonQuery>): Promise<Comparison> =>
    loadComparison(context, await mustGet(context.store, id), comparisonAsk(query));
  const named = ({ question }: Comparison, ending: string) => attachment(question.prompt, ending, 'question');

  app.get(
    '/questions/:id/comparison.csv',
    { onRequest, schema: { params: idParam, querystring: csvQuery } },
    async ({ params, query }, reply) => {
      const comparison = await load(params.id, query);
      return reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', named(comparison, 'csv'))
        .send(comparisonCsv(comparison, { bom: isSet(query.bom) }));
    },
  );

  app.get(
    '/questions/:id/comparison.xlsx',
    { onRequest, schema: { params: idParam, querystring: comparisonQuery } },
    async ({ params, query }, reply) => {
      const comparison = await load(params.id, query);
      return reply
        .header('content-type', XLSX)
        .header('content-disposition', named(comparison, 'xlsx'))
        .send(await comparisonXlsx(comparison));
    },
  );

  app.get(
    '/questions/:id/comparison.json',
    { onRequest, schema: { params: idParam, querystring: comparisonQuery } },
    async ({ params, query }, reply) => {
      const comparison = await load(params.id, query);
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', named(comparison, 'json'))
        .send(Readable.from(comparisonJson(context.store, comparison)));
    },
  );

  app.get(
    '/questions/:id/comparison.svg',
    { onRequest, schema: { params: idParam, querystring: svgQuery } },
    async ({ params, query }, reply) => {
      const comparison = await load(params.id, query);
      const { chart, width, theme } = query;
      return reply
        .header('content-type', 'image/svg+xml; charset=utf-8')
        .header('content-disposition', named(comparison, 'svg'))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(CHARTS[chart](comparison, { width, palette: PALETTES[theme] }));
    },
  );
};
