/** 联系约定: with whom a group's cadres keep in touch, how, with what service, and when (P7: 事先有个约定). */
export interface Agreement {
  whom: string;
  how: string;
  serves: string;
  whenText: string;
}

/** It says what the other says. */
export const isSameAgreement = (a: Agreement, b: Agreement): boolean =>
  a.whom === b.whom && a.how === b.how && a.serves === b.serves && a.whenText === b.whenText;
