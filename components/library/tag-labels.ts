import { createContext, use } from 'react';

/** Returns the label of a tag; its id if the taxonomy does not have it. */
type LabelOf = (tag: string) => string;

/** Provided by the page of my papers, whose parts at every level show tags. */
export const TagLabels = createContext<LabelOf>((tag) => tag);

/** The labels of tags in the store's taxonomy. */
export const useTagLabels = (): LabelOf => use(TagLabels);
