/** True for what is fetched from the web rather than read from a disk. Apart from the rest, so that browsers can use it. */
export const isUrl = (location: string): boolean => /^https?:\/\//i.test(location);
