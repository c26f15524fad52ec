/** ar5iv: everything about the site. */
export { addresses } from './addresses';
export { examples } from './examples';
export { fullTexts } from './full-texts';
export { papers } from './papers';
