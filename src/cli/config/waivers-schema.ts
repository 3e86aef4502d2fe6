import * as z from 'zod';

/** What a file of waivers may say. */
export const waiversSchema = z.array(
  z.strictObject({
    id: z.string(),
    location: z.string(),
    reason: z.string().trim().min(1, 'a waiver needs a reason'),
    until: z.iso.date('expected a date: 2027-01-31').optional(),
  }),
);
