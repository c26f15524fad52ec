/** arXiv: everything that the product knows of the site. */
export { addresses } from './addresses';
export { examples } from './examples';
export { fullTexts } from './full-texts';
export { listings } from './listings';
export { papers } from './papers';
