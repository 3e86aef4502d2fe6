import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

/**
 * True for a mobile number of a Russian operator, in a range the numbering plan gives to one. Kazakhstan shares the country
 * code +7, hence the look at the country.
 */
export function isRussianMobile(text: string): boolean {
  const number = parsePhoneNumberFromString(text, 'RU');
  return number?.country === 'RU' && number.isValid() && number.getType() === 'MOBILE';
}
