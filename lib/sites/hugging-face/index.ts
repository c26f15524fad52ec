/** Hugging Face: everything about the site. */
export { addresses } from './addresses';
export { examples } from './examples';
export { listings } from './listings';
export { papers } from './papers';
