/** Confidence from which a value is worth showing when nothing better is known. */
export const suggestThreshold = 0.6;
