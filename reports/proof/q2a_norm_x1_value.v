(** * q2a-norm-x1-value: proved

    That root is sqrt(2) times beta.

    Write-up: question 2, a, line 27. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: proved

    for all beta >= 0: sqrt(beta^2 + beta^2) = beta sqrt(2) *)
Module Reading1.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 <= beta ->
    sqrt(beta * beta + beta * beta) = beta * sqrt(2).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_roots beta;
  field; nonzero.
Qed.

End Reading1.

Definition checked := Reading1.holds.
Print Assumptions checked.
