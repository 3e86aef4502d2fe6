import type { Problem } from '../finding.ts';
import type { Location } from '../source/location.ts';

/** A problem whose line is not looked up yet: parsing for positions is only paid for when something is wrong. */
export interface Complaint {
  readonly message: string;
  readonly severity: Problem['severity'];
  readonly file: Location;
  /** JSON Pointer in that file. */
  readonly pointer: string;
}
