import { bounds } from './bounds.ts';
import { preface } from './preface.ts';

/** Interval's tactics over floating-point numbers made of integers, so that no machine arithmetic is assumed. */
const intervals = `(** Interval's tactics over floating-point numbers made of integers: no machine arithmetic is assumed. *)
From Coq Require Import Reals.
From Interval.Float Require Import Specific_ops Specific_stdz.
From Interval Require Export Tactic.
Module SFZ := SpecificFloat StdZRadix2.
Module Export IZ := IntervalTactic SFZ.
Notation i_prec := Interval.Tactic.i_prec.
`;

/** A file of Coq by its name. */
export interface CoqFile {
  readonly name: string;
  readonly text: string;
}

/** What files of theorems require, in the order in which it is compiled: the preface, and what few of them need. */
export const supports: readonly CoqFile[] = [
  { name: 'preface.v', text: preface },
  { name: 'intervals.v', text: intervals },
  { name: 'bounds.v', text: bounds },
];

/**
 * What theorems begin with; libraries that take long to load only where they use them. Interval loads Coquelicot, so that
 * where the one is there the other costs nothing, and one process can read all that use either.
 */
export function importsFor(text: string): string {
  const usesInterval = /\bi_prec\b|\binterval\b/.test(text);
  return [
    'From Coq Require Import Reals List Lra Psatz.',
    ...(usesInterval || /\bis_lim\b/.test(text) ? ['From Coquelicot Require Import Coquelicot.'] : []),
    ...(/\bbinary_float\b/.test(text) ? ['From Flocq Require Import IEEE754.BinarySingleNaN.'] : []),
    'From Counterclaim Require Import preface.',
    ...(usesInterval ? ['From Counterclaim Require Import intervals.'] : []),
    'Import ListNotations.',
    'Open Scope R_scope.\n',
  ].join('\n');
}
