/**
 * How long the unit tests that draw something wait for it: a busy machine may take seconds for what usually takes a
 * hundredth of one, and the library's own limit is one second
 * (https://testing-library.com/docs/dom-testing-library/api-configuration).
 */
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/dom');
  configure({ asyncUtilTimeout: 20_000 });
}
