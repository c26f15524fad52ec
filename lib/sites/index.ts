/**
 * What a script on a paper's page needs to know of the sites. Listings have a
 * door of their own (`listings.ts`), so that a paper's page does not carry them.
 */
export {
  addressOf,
  isPaperPage,
  pageOf,
  SITE_IDS,
  siteWithKind,
  type Page,
  type PageKind,
  type PaperPage,
  type PaperPageKind,
  type SiteId,
} from './pages';
export { findAbstractElement, isConfirmed, isFullText, readFacts, roomRules } from './papers';
