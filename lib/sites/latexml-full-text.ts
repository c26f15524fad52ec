/** The adapters of full texts made by LaTeXML. */
import { references } from './latexml-references';
import { tables } from './latexml-tables';
import type { FullTextAdapter } from './site';

/** The same for arXiv and ar5iv. */
export const latexml: FullTextAdapter = { references, tables };
