(** * q2b-softmax-of-scalar: ill-posed

    The weight W_ij is the softmax of the one score <x_i, x_j>.

    Write-up: question 2, b.2, line 42. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal (softmax of a single number): proved

    for all s in R: softmax(s) = e^s / e^s = 1, which would make every W_ij 1, off the diagonal too *)
Module Reading1.

(** For all numbers at the one place of this shape. *)
Theorem holds :
  forall s : R,
    exp(s) / exp(s) = 1.
Proof.
  intros;
  repeat split;
  first [ ring | field; nonzero | rewrite ?Ropp_involutive, ?exp_Ropp; field; nonzero | repeat f_equal; ring
  | match goal with |- context [exp ?x] => replace x with 0 by ring; rewrite exp_0; field end ].
Qed.

End Reading1.

(** ** row softmax (over j): proved

    W_ij = e^(S_ij) / sum_l e^(S_il): for all beta > 0, W_ij > 0 and sum_j W_ij = 1 (at beta = 0 as well) *)
Module Reading2.

Module Part1.

(** for all beta > 0 and i: sum_j W_ij = 1: For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) + exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))) + exp(inner (vadd d b) (vadd c d)) /
      (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))) = 1 /\
    exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) +
      exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) + exp(inner a
      (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) = 1 /\
    exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) + exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) +
      exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))) + exp(inner (vadd c d) (vadd c d)) /
      (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))) = 1.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Part1.

Module Part2.

(** for all beta > 0 and i, j: W_ij > 0: For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) > 0 /\
    exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd
      d b) (vadd c d))) > 0 /\
    exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) +
      exp(inner (vadd d b) (vadd c d))) > 0 /\
    exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) > 0 /\
    exp(inner a a) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) > 0 /\
    exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) > 0 /\
    exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) > 0 /\
    exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) + exp(inner (vadd
      c d) (vadd c d))) > 0 /\
    exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d) a) +
      exp(inner (vadd c d) (vadd c d))) > 0.
Proof.
  intros V a b c d beta F B;
  refine (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ _)))))))); in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  [
    (apply (lt_by ((w^2 + 2*w + 1) / (w^2 + 3*w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((1) / (w^2 + 3*w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w + 1) / (w^2 + 3*w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((1) / (w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w + 1) / (w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((1) / (w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w + 1) / (w^2 + 3*w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((1) / (w^2 + 3*w + 3))); [ field; nonzero | positive ])
  | (apply (lt_by ((w^2 + 2*w + 1) / (w^2 + 3*w + 3))); [ field; nonzero | positive ]) ].
Qed.

End Part2.

End Reading2.

(** ** column softmax (over i): refuted

    W_ij = e^(S_ij) / sum_l e^(S_lj): for all beta > 0, the rows of W sum to 1, as averages of values need
    (at beta = 0 they do) *)
Module Reading3.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner a (vadd d b)) +
      exp(inner (vadd c d) (vadd d b))) + exp(inner (vadd d b) a) / (exp(inner (vadd d b) a) + exp(inner a a)
      + exp(inner (vadd c d) a)) + exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd c d)) +
      exp(inner a (vadd c d)) + exp(inner (vadd c d) (vadd c d))) > 1.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by ((w^2 + 2*w) / (w^3 + 6*w^2 + 12*w + 9))); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner a (vadd d b)) +
      exp(inner (vadd c d) (vadd d b))) + exp(inner (vadd d b) a) / (exp(inner (vadd d b) a) + exp(inner a a)
      + exp(inner (vadd c d) a)) + exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd c d)) +
      exp(inner a (vadd c d)) + exp(inner (vadd c d) (vadd c d))) = 1 /\
    exp(inner a (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner a (vadd d b)) + exp(inner (vadd
      c d) (vadd d b))) + exp(inner a a) / (exp(inner (vadd d b) a) + exp(inner a a) + exp(inner (vadd c d)
      a)) + exp(inner a (vadd c d)) / (exp(inner (vadd d b) (vadd c d)) + exp(inner a (vadd c d)) + exp(inner
      (vadd c d) (vadd c d))) = 1 /\
    exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner a (vadd d b)) +
      exp(inner (vadd c d) (vadd d b))) + exp(inner (vadd c d) a) / (exp(inner (vadd d b) a) + exp(inner a a)
      + exp(inner (vadd c d) a)) + exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd d b) (vadd c d)) +
      exp(inner a (vadd c d)) + exp(inner (vadd c d) (vadd c d))) = 1).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading3.

(** ** global softmax over all 9 scores: refuted

    W_ij = e^(S_ij) / sum_kl e^(S_kl): as beta grows, W tends to the identity matrix *)
Module Reading4.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** The limit of entry 1, for all such vectors, whatever the width. *)
Theorem tends_elsewhere :
  forall (V : space) (a b c d : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta; d beta]) ->
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (1/2).
Proof.
  intros V a b c d F;
  repeat apply conj; (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1/4*w^2 + w + 11/4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) | (apply (le_by ((7/4*w^2 + 6*w + 25/4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) ] ] ]).
Qed.

(** The statement does not hold: a limit is unique. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta; d beta]) ->
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (a beta)) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d
      beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (a beta) (vadd (d beta) (b beta))) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d
      beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c
      beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) +
      exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b
      beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c
      beta) (d beta))))) p_infty (1) /\
    is_lim (fun beta => exp(inner (a beta) (vadd (c beta) (d beta))) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d
      beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (a beta)) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d
      beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (1)).
Proof.
  intros H; assert (F : forall beta, 0 < beta -> frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2;
    axis 4 beta 3])
    by (intros; cbn; repeat constructor; cbn; ring);
  specialize (H (coordinates 4) (fun beta => axis 4 beta 0) (fun beta => axis 4 beta 1) (fun beta => axis 4
    beta 2) (fun beta => axis 4 beta 3) F); pose proof (tends_elsewhere (coordinates 4) (fun beta => axis 4
    beta 0) (fun beta => axis 4 beta 1) (fun beta => axis 4 beta 2) (fun beta => axis 4 beta 3) F) as G;
  apply proj1 in H; apply is_lim_unique in H; apply is_lim_unique in G;
  rewrite H in G; injection G; lra.
Qed.

End Reading4.

(** ** column softmax is the transpose of row softmax: proved

    for all beta > 0 and i, j: the softmax over columns at (i, j) is the softmax over rows at (j, i), the
    scores being symmetric *)
Module Reading5.

(** For all such vectors, whatever the width. *)
Theorem holds :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner a (vadd d b)) +
      exp(inner (vadd c d) (vadd d b))) = exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b))
      + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))) /\
    exp(inner (vadd d b) a) / (exp(inner (vadd d b) a) + exp(inner a a) + exp(inner (vadd c d) a)) =
      exp(inner a (vadd d b)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) /\
    exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd c d)) + exp(inner a (vadd c d)) +
      exp(inner (vadd c d) (vadd c d))) = exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd c d) (vadd d b))
      + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))) /\
    exp(inner a (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner a (vadd d b)) + exp(inner (vadd
      c d) (vadd d b))) = exp(inner (vadd d b) a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d))) /\
    exp(inner a a) / (exp(inner (vadd d b) a) + exp(inner a a) + exp(inner (vadd c d) a)) = exp(inner a a) /
      (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) /\
    exp(inner a (vadd c d)) / (exp(inner (vadd d b) (vadd c d)) + exp(inner a (vadd c d)) + exp(inner (vadd
      c d) (vadd c d))) = exp(inner (vadd c d) a) / (exp(inner (vadd c d) (vadd d b)) + exp(inner (vadd c d)
      a) + exp(inner (vadd c d) (vadd c d))) /\
    exp(inner (vadd c d) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner a (vadd d b)) +
      exp(inner (vadd c d) (vadd d b))) = exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b))
      + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))) /\
    exp(inner (vadd c d) a) / (exp(inner (vadd d b) a) + exp(inner a a) + exp(inner (vadd c d) a)) =
      exp(inner a (vadd c d)) / (exp(inner a (vadd d b)) + exp(inner a a) + exp(inner a (vadd c d))) /\
    exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd d b) (vadd c d)) + exp(inner a (vadd c d)) +
      exp(inner (vadd c d) (vadd c d))) = exp(inner (vadd c d) (vadd c d)) / (exp(inner (vadd c d) (vadd d b))
      + exp(inner (vadd c d) a) + exp(inner (vadd c d) (vadd c d))).
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  field; nonzero.
Qed.

End Reading5.

(** ** global softmax, its limit: proved

    as beta grows, the softmax over all nine scores tends to the matrix with 1/2 at (1, 1) and (3, 3) and
    0 elsewhere *)
Module Reading6.

Lemma tends_by (C k : R) (f : R -> R) (l : R) : 0 < k ->
  (forall beta, 1 < beta -> exists g, 0 <= g <= beta /\ Rabs (f beta - l) <= C * g / exp (beta * beta / k)) ->
  is_lim f p_infty l.
Proof.
  intros K H; apply is_lim_spec; intros eps; simpl.
  exists (Rmax 1 (k * Rabs C / eps)); intros beta B.
  assert (1 < beta) as B1 by (eapply Rle_lt_trans; [apply Rmax_l | exact B]).
  assert (k * Rabs C / eps < beta) as B2 by (eapply Rle_lt_trans; [apply Rmax_r | exact B]).
  destruct (H beta B1) as [g [G D]]; eapply Rle_lt_trans; [exact D|].
  assert (E := cond_pos eps); assert (A := Rabs_pos C).
  assert (X : 0 < beta * beta / k) by (apply Rdiv_lt_0_compat; nra).
  assert (U := exp_ineq1 _ (Rgt_not_eq _ _ X)).
  apply Rle_lt_trans with (Rabs C * beta * / (beta * beta / k)).
  - unfold Rdiv at 1; apply Rle_trans with (Rabs C * beta * / exp (beta * beta / k)).
    + apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply Rle_trans with (Rabs C * g); [apply Rmult_le_compat_r; [lra | apply Rle_abs] | nra].
    + apply Rmult_le_compat_l; [nra | apply Rinv_le_contravar; lra].
  - apply Rmult_lt_reg_r with (beta / eps); [apply Rdiv_lt_0_compat; lra|].
    replace (Rabs C * beta * / (beta * beta / k) * (beta / eps)) with (k * Rabs C / eps) by (field; lra).
    replace (eps * (beta / eps)) with beta by (field; lra); exact B2.
Qed.

(** As beta grows, for all such vectors, whatever the width. *)
Theorem tends :
  forall (V : space) (a b c d : R -> vector V),
    (forall beta, 0 < beta -> frame beta [a beta; b beta; c beta; d beta]) ->
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (1/2) /\
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (a beta)) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d
      beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (a beta) (vadd (d beta) (b beta))) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d
      beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (a beta) (a beta)) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c
      beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a beta)) +
      exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b
      beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta)) (vadd (c
      beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (a beta) (vadd (c beta) (d beta))) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d
      beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (vadd (d beta) (b beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (a beta)) / (exp(inner (vadd (d beta) (b beta))
      (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner (vadd (d beta) (b
      beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) + exp(inner (a beta) (a
      beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta) (d beta)) (vadd (d
      beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c beta) (d beta))
      (vadd (c beta) (d beta))))) p_infty (0) /\
    is_lim (fun beta => exp(inner (vadd (c beta) (d beta)) (vadd (c beta) (d beta))) / (exp(inner (vadd (d
      beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a beta)) + exp(inner
      (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) + exp(inner (a beta) (vadd (d beta) (b beta))) +
      exp(inner (a beta) (a beta)) + exp(inner (a beta) (vadd (c beta) (d beta))) + exp(inner (vadd (c beta)
      (d beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (c beta) (d beta)) (a beta)) + exp(inner (vadd (c
      beta) (d beta)) (vadd (c beta) (d beta))))) p_infty (1/2).
Proof.
  intros V a b c d F;
  refine (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ (conj _ _)))))))); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1/4*w^2 + w + 11/4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) | (apply (le_by ((7/4*w^2 + 6*w + 25/4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + 4*w + 5) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field; nonzero
      | nonneg ]) | (apply (le_by ((w^2 + 3*w + 4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field; nonzero | nonneg
      ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((3/2*w^2 + 9/2*w + 5) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) | (apply (le_by ((1/2*w^2 + 5/2*w + 4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + 4*w + 5) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field; nonzero
      | nonneg ]) | (apply (le_by ((w^2 + 3*w + 4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field; nonzero | nonneg
      ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((3/2*w^2 + 9/2*w + 5) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) | (apply (le_by ((1/2*w^2 + 5/2*w + 4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + 4*w + 5) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field; nonzero
      | nonneg ]) | (apply (le_by ((w^2 + 3*w + 4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field; nonzero | nonneg
      ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((3/2*w^2 + 9/2*w + 5) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) | (apply (le_by ((1/2*w^2 + 5/2*w + 4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((w^2 + 4*w + 5) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field; nonzero
      | nonneg ]) | (apply (le_by ((w^2 + 3*w + 4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field; nonzero | nonneg
      ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists 1; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((1/4*w^2 + w + 11/4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) | (apply (le_by ((7/4*w^2 + 6*w + 25/4) / (w^3 + 9/2*w^2 + 8*w + 9/2))); [ field;
      nonzero | nonneg ]) ] ] ]) ].
Qed.

End Reading6.

Definition checked := (Reading1.holds, Reading2.Part1.holds, Reading2.Part2.holds,
  Reading3.fails_everywhere, Reading3.fails, Reading4.tends_elsewhere, Reading4.fails, Reading5.holds,
  Reading6.tends).
Print Assumptions checked.
