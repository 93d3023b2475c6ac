(** * q2a-norm-x3-value: proved

    The norm of x_3 is sqrt(2) times beta.

    Write-up: question 2, a, line 36. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: proved

    for all beta >= 0: ||x_3|| = beta sqrt(2) *)
Module Reading1.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    sqrt(inner (vadd c d) (vadd c d)) = beta * sqrt(2).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_roots beta;
  field; nonzero.
Qed.

End Reading1.

Definition checked := Reading1.holds.
Print Assumptions checked.
