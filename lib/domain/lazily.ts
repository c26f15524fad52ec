/**
 * Makes a value when it is first asked for. For patterns with Unicode's classes, of which each takes a tenth of a
 * millisecond to make, in scripts that are loaded on pages where most of them are never needed.
 */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
