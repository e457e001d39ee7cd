import type { FieldError } from '../shared/result.ts';

/** An issue of a schema, as far as it is told to people. */
export interface Issue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  /** Of a union: what is wrong with each of its forms. */
  errors?: readonly (readonly Issue[])[] | undefined;
}

/** What is wrong, field by field. Of a union's forms, the one that was most likely meant. */
export function fieldErrors(issues: readonly Issue[], under: readonly PropertyKey[] = []): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...under, ...issue.path];
    const meant = meantForm(issue.errors ?? []);
    return meant ? fieldErrors(meant, path) : [{ path: path.map(String).join('.'), message: issue.message }];
  });
}

/** The form with least against it as a whole, when it stands out and is not of quite another kind. */
function meantForm(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const [best, next] = forms
    .map((issues) => ({ issues, against: against(issues) }))
    .sort((a, b) => a.against - b.against);
  if (!best || !Number.isFinite(best.against) || best.against === next?.against) return undefined;
  return best.issues;
}

/** A wrong field weighs less than a field that does not belong there; another kind of thing is out. */
function against(issues: readonly Issue[]): number {
  let sum = 0;
  for (const { code, path } of issues) {
    if (path.length > 0) sum += 1;
    else sum += code === 'invalid_type' || code === 'invalid_union' ? Infinity : 100;
  }
  return sum;
}
