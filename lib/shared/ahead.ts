/**
 * What a page's opening script asked for ahead of the app. The two share a window and no module: the opening script is loaded
 * before the app's modules are.
 */

const nameOf = (name: string): string => `sidelight ahead ${name}`;

/** Leaves a value for the app under a name. */
export function leaveAhead(name: string, value: unknown): void {
  Reflect.set(globalThis, nameOf(name), value);
}

/** Takes what was left under a name, once; undefined if nothing was. */
export function takeAhead(name: string): unknown {
  const left: unknown = Reflect.get(globalThis, nameOf(name));
  if (left !== undefined) Reflect.deleteProperty(globalThis, nameOf(name));
  return left;
}
