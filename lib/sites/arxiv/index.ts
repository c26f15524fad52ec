/** arXiv: everything about the site. */
export { addresses } from './addresses';
export { examples } from './examples';
export { fullTexts } from './full-texts';
export { listings } from './listings';
export { papers } from './papers';
