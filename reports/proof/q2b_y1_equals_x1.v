(** * q2b-y1-equals-x1: refuted

    Output 1 is token 1 itself, y_1 = x_1 = d + b.

    Write-up: question 2, b.3, line 57. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
Import ListNotations.
Open Scope R_scope.

(** ** literal (beta>0): refuted

    for all beta > 0: y_1 = x_1, coordinate by coordinate along a, b, c, d (at beta = 0 both are the zero
    vector) *)
Module Reading1.

(** Entry 1 fails for every beta > 0. *)
Theorem fails_everywhere :
  forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) a / beta > inner (vadd d b) a / beta.
Proof.
  intros V a b c d beta F B;
  repeat apply conj; in_frame;
  in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
  (apply (lt_by ((beta) / (w^2 + 3*w + 3))); [ field; nonzero | positive ]).
Qed.

(** It does not hold: entry 1 fails for the axes and beta = 1. *)
Theorem fails :
  ~ (forall (V : space) (a b c d : vector V) (beta : R),
    frame beta [a; b; c; d] -> 0 < beta ->
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) a / beta = inner (vadd d b) a / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) b / beta = inner (vadd d b) b / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) c / beta = inner (vadd d b) c / beta /\
    inner (vadd (vadd (vscale (exp(inner (vadd d b) (vadd d b)) / (exp(inner (vadd d b) (vadd d b)) +
      exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d)))) (vadd d b)) (vscale (exp(inner (vadd d b)
      a) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b) a) + exp(inner (vadd d b) (vadd c d))))
      a)) (vscale (exp(inner (vadd d b) (vadd c d)) / (exp(inner (vadd d b) (vadd d b)) + exp(inner (vadd d b)
      a) + exp(inner (vadd d b) (vadd c d)))) (vadd c d))) d / beta = inner (vadd d b) d / beta).
Proof.
  intros H; assert (frames : forall beta, frame beta [axis 4 beta 0; axis 4 beta 1; axis 4 beta 2; axis 4
    beta 3]) by (intros; cbn; repeat constructor; cbn; ring);
  pose proof (frames 1) as F;
  specialize (H _ _ _ _ _ _ F Rlt_0_1);
  apply proj1 in H; pose proof (fails_everywhere _ _ _ _ _ _ F Rlt_0_1) as G;
  revert H G; match goal with |- _ -> ?r ?x ?y -> _ => generalize x; generalize y end; intros; lra.
Qed.

End Reading1.

(** ** limit: proved

    each coordinate of y_1 - x_1 = sum_j W_1j (x_j - x_1) along a, b, c, d tends to 0 as beta grows, hence
    ||y_1 - x_1|| does *)
Module Reading2.

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
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b
      beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (d beta) (b beta))))) (vscale (exp(inner (vadd (d beta) (b beta)) (a beta))
      / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (d beta) (b beta)))))) (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (d beta) (b beta)))))) (a beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b
      beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (d beta) (b beta))))) (vscale (exp(inner (vadd (d beta) (b beta)) (a beta))
      / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (d beta) (b beta)))))) (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (d beta) (b beta)))))) (b beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b
      beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (d beta) (b beta))))) (vscale (exp(inner (vadd (d beta) (b beta)) (a beta))
      / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (d beta) (b beta)))))) (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (d beta) (b beta)))))) (c beta) / beta) p_infty (0) /\
    is_lim (fun beta => inner (vadd (vadd (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b
      beta))) / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b
      beta)) (a beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (d beta)
      (b beta)) (vscale (-1) (vadd (d beta) (b beta))))) (vscale (exp(inner (vadd (d beta) (b beta)) (a beta))
      / (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (a beta) (vscale (-1)
      (vadd (d beta) (b beta)))))) (vscale (exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))) /
      (exp(inner (vadd (d beta) (b beta)) (vadd (d beta) (b beta))) + exp(inner (vadd (d beta) (b beta)) (a
      beta)) + exp(inner (vadd (d beta) (b beta)) (vadd (c beta) (d beta))))) (vadd (vadd (c beta) (d beta))
      (vscale (-1) (vadd (d beta) (b beta)))))) (d beta) / beta) p_infty (0).
Proof.
  intros V a b c d F;
  refine (conj _ (conj _ (conj _ _))); [
    (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta*w^2 + 4*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w^2 + 2*beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3)));
      [ field; nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg ])
      | (apply (le_by ((2*beta*w^2 + 6*beta*w + 5*beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field; nonzero | nonneg
      ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((2*beta*w^2 + 5*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3))); [ field;
      nonzero | nonneg ]) ] ] ])
  | (apply (tends_by 1 1); [ lra | intros beta B; specialize (F beta ltac:(lra));
    exists beta; split; [ lra | in_frame; in_powers (beta * beta);
  destruct (exp_above (beta * beta) ltac:(positive)) as [w [W_w E_w]]; rewrite ?E_w;
    apply Rabs_le; split; [ (apply (le_by ((beta*w^2 + 2*beta*w + 2*beta) / (w^3 + 4*w^2 + 6*w + 3))); [
      field; nonzero | nonneg ]) | (apply (le_by ((beta*w^2 + 4*beta*w + 4*beta) / (w^3 + 4*w^2 + 6*w + 3)));
      [ field; nonzero | nonneg ]) ] ] ]) ].
Qed.

End Reading2.

Definition checked := (Reading1.fails_everywhere, Reading1.fails, Reading2.tends).
Print Assumptions checked.
