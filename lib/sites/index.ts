/**
 * What a script on a paper's page needs of the sites. Listings are in a module of their own (`listings.ts`),
 * so that scripts on papers' pages do not contain them.
 */
export {
  addressOf,
  isPaperPage,
  pageOf,
  siteWithKind,
  type Page,
  type PageKind,
  type PaperPage,
  type PaperPageKind,
  type SiteId,
} from './pages';
export { findAbstractElement, isConfirmed, isFullText, readFacts, roomRules } from './papers';
