/** ar5iv: everything that the product knows of the site. */
export { addresses } from './addresses';
export { examples } from './examples';
export { papers } from './papers';
