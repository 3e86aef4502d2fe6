/** Seconds a code is good for. */
export const LIFETIME = 10 * 60;

/** Seconds until another may be asked for. */
export const RESEND = 60;

/** Tries that a code takes: it does not survive the last of them. */
export const TRIES = 5;
