/** `1,204` and such. */
export const formatCount = (count: number) => count.toLocaleString('en');

/** `1 parameter`, `3 parameters`. */
export const formatPlural = (count: number, noun: string) => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
