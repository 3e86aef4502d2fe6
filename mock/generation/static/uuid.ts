/**
 * The UUID that stands for a property name in a static sample. It is the one Prism sends for that name, so that what was
 * written against its answers still fits.
 */
export function uuidNamed(name: string): string {
  const next = smallFast(textHash(name));
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(next() * 16);
    return (place === 'x' ? digit : (digit % 4) + 8).toString(16);
  });
}

/** The 32-bit hash of texts that Java made common: each character added to 31 times what was before. */
function textHash(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at++) value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0;
  return value;
}

/** Bob Jenkins' small noncryptographic generator (JSF32), all four words set to the seed: numbers from 0 up to 1. */
function smallFast(seed: number): () => number {
  let [a, b, c, d] = [seed, seed, seed, seed];
  return () => {
    const mixed = (a - ((b << 27) | (b >>> 5))) | 0;
    a = b ^ ((c << 17) | (c >>> 15));
    b = (c + d) | 0;
    c = (d + mixed) | 0;
    d = (a + mixed) | 0;
    return (d >>> 0) / 2 ** 32;
  };
}
