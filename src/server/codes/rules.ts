/** Seconds a code is good for. */
export const LIFETIME = 10 * 60;

/** Seconds until another may be asked for. */
export const RESEND = 60;

/** Wrong tries that a code survives, less one. */
export const TRIES = 5;
