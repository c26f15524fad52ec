/** ar5iv: everything that the product knows of the site. */
export { addresses } from './addresses';
export { examples } from './examples';
export { fullTexts } from './full-texts';
export { papers } from './papers';
