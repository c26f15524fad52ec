import { valueParts } from '@/lib/domain/describe/figure';
import type { Result } from '@/lib/domain/paper';

/** A result's number in a table that names its metric, with the words that prevent a misreading. */
export function ResultValue({ result }: { readonly result: Result }) {
  const { before, value, after } = valueParts(result);
  return (
    <>
      {before ? <span className="kind-word">{before} </span> : null}
      {value}
      {after ? <span className="kind-word"> {after}</span> : null}
    </>
  );
}
