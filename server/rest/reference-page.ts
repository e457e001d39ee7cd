import { escapeXml } from '../../shared/charts/svg.ts';
interface Operation {
  method: string;
  path: string;
  body: string[];
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** `/api`: every call in one table, for people; programs read the OpenAPI document. */
export function referencePage(document: { paths?: object | undefined }): string {
  const rows = operationsOf(document).map(
    ({ method, path, body }) =>
      `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escapeXml(path)}</code></td><td>${escapeXml(body.join(', '))}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Askagain API</title>
<main>
<h1>Askagain API</h1>
<p>JSON over HTTP. Send a token as <code>Authorization: Bearer TOKEN</code>. What goes wrong comes back as
<code>application/problem+json</code>. All schemas: <a href="/api/openapi.json">openapi.json</a>.</p>
<table>
<thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">Takes</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>
</html>
`;
}

function operationsOf({ paths = {} }: { paths?: object | undefined }): Operation[] {
  return Object.entries(paths as Record<string, Record<string, object>>).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({ method, path, body: fieldsOf(operation) })),
  );
}

function fieldsOf(operation: object): string[] {
  const { requestBody } = operation as {
    requestBody?: { content?: Record<string, { schema?: { properties?: object } }> };
  };
  return Object.keys(requestBody?.content?.['application/json']?.schema?.properties ?? {});
}
