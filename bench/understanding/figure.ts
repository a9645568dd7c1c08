import { columns } from '../shared/figures.ts';

/** One measured quantity beside what is asked of it and what simpler ways reach. */
export interface Figure {
  name: string;
  measured: string;
  /** What must be reached, and what is good; empty where nothing is asked. */
  bar?: string;
  /** What the notes on the data measured with simpler ways. */
  baseline?: string;
  /** How many cases it rests on. */
  cases?: number;
}

/** A heading with its figures. */
export interface Section {
  title: string;
  figures: readonly Figure[];
}

const HEAD = ['', 'measured', 'bar: must / good', 'baselines', 'cases'];

/** All sections as one table. */
export function sayTable(sections: readonly Section[]): string {
  const rows = sections.flatMap(({ title, figures }) => [
    [''],
    [title],
    ...figures.map(({ name, measured, bar = '', baseline = '', cases }) => [
      `  ${name}`,
      measured,
      bar,
      baseline,
      cases === undefined ? '' : String(cases),
    ]),
  ]);
  return columns([HEAD, ...rows]);
}
