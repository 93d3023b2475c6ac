(** * q1-edge-T-zero: proved

    Zero is even: without inputs the answer should be the logistic of 1000 times the initial state.

    Write-up: question 1, scope of the answer, line 20. *)

From Coq Require Import Reals List Lra Psatz.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal: proved

    for all H_0 in R, T = 0: Y_0 = sigmoid(1000 (empty sum + H_0)) *)
Module Reading1.

(** For all numbers at the one place of this shape. *)
Theorem holds :
  forall h0 : R,
    1 / (1 + exp(-(1000 * h0))) = 1 / (1 + exp(-(1000 * (0 + h0)))).
Proof.
  intros;
  repeat split;
  first [ ring | field; nonzero | rewrite ?Ropp_involutive, ?exp_Ropp; field; nonzero | repeat f_equal; ring
  | match goal with |- context [exp ?x] => replace x with 0 by ring; rewrite exp_0; field end ].
Qed.

End Reading1.

Definition checked := Reading1.holds.
Print Assumptions checked.
