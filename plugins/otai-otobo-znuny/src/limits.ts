/** Characters of a title that are kept; what is longer is cut without a word (OT-16). */
export const longestTitle = 191;
