(** Interval's tactics over floating-point numbers made of integers: no machine arithmetic is assumed. *)
From Coq Require Import Reals.
From Interval.Float Require Import Specific_ops Specific_stdz.
From Interval Require Export Tactic.
Module SFZ := SpecificFloat StdZRadix2.
Module Export IZ := IntervalTactic SFZ.
Notation i_prec := Interval.Tactic.i_prec.
