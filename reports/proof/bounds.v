(** Bounds of rounding errors, for every length and every order, by hand. *)
From Coq Require Import Reals List Lra Psatz.
Import ListNotations.
Open Scope R_scope.

Section StandardModel.
(** u is the unit roundoff. A rounded number is off by at most u / (1 + u) of the exact one. *)
Variable u : R.
Hypothesis u_positive : 0 < u <= 1.
Definition v := u / (1 + u).
Variable round : R -> R.
Hypothesis rounded : forall z, Rabs (round z - z) <= v * Rabs z.

(** ** B1, the recurrence h_t = x_t - h_(t-1): E_t = E_(t-1) + v (|h_t| + E_(t-1)). *)
Definition exact (h0 : R) (x : list R) : R := fold_left (fun h t => t - h) x h0.
Definition computed (h0 : R) (x : list R) : R := fold_left (fun h t => round (t - h)) x h0.
Definition bound_step (known : R * R) (t : R) : R * R :=
  let (h, e) := known in (t - h, e + v * (Rabs (t - h) + e)).
Definition bound (h0 : R) (x : list R) : R := snd (fold_left bound_step x (h0, 0)).

Lemma v_positive : 0 < v.
Proof. unfold v; apply Rdiv_lt_0_compat; lra. Qed.

Lemma recurrence_from (x : list R) : forall h c e, Rabs (c - h) <= e ->
  Rabs (computed c x - exact h x) <= snd (fold_left bound_step x (h, e)).
Proof.
  unfold computed, exact; induction x as [|t x IH]; intros h c e H; [exact H|]; simpl; apply IH.
  pose proof (rounded (t - c)) as D; pose proof v_positive as P.
  replace (round (t - c) - (t - h)) with ((round (t - c) - (t - c)) + (h - c)) by ring.
  eapply Rle_trans; [apply Rabs_triang|]; rewrite (Rabs_minus_sym h c).
  assert (Rabs (t - c) <= Rabs (t - h) + e).
  { replace (t - c) with ((t - h) + (h - c)) by ring; eapply Rle_trans; [apply Rabs_triang|].
    rewrite (Rabs_minus_sym h c); lra. }
  assert (v * Rabs (t - c) <= v * (Rabs (t - h) + e)) by (apply Rmult_le_compat_l; lra); lra.
Qed.

Theorem recurrence_bound (h0 : R) (x : list R) : Rabs (computed h0 x - exact h0 x) <= bound h0 x.
Proof. apply recurrence_from; rewrite Rminus_diag_eq, Rabs_R0; lra. Qed.

(** ** B2, the inner product in any order: n u (|a_1 b_1| + ... + |a_n b_n|).

    Products are the leaves of a tree whose nodes are rounded additions; nothing underflows. Rounding is
    to the nearest number, so that a sum of two numbers of the format is off by at most either of them. *)
Variable number : R -> Prop.
Hypothesis number_round : forall z, number (round z).
Hypothesis nearest : forall a z, number a -> Rabs (round z - z) <= Rabs (a - z).

Inductive order := product (a b : R) | sum (first second : order).
Fixpoint value (o : order) : R := match o with product a b => a * b | sum p q => value p + value q end.
Fixpoint rounded_value (o : order) : R :=
  match o with product a b => round (a * b) | sum p q => round (rounded_value p + rounded_value q) end.
Fixpoint magnitude (o : order) : R :=
  match o with product a b => Rabs (a * b) | sum p q => magnitude p + magnitude q end.
Fixpoint products (o : order) : nat :=
  match o with product _ _ => 1%nat | sum p q => (products p + products q)%nat end.

Lemma magnitude_positive o : 0 <= magnitude o.
Proof. induction o; simpl; [apply Rabs_pos | lra]. Qed.
Lemma value_magnitude o : Rabs (value o) <= magnitude o.
Proof. induction o; simpl; [lra | eapply Rle_trans; [apply Rabs_triang | lra]]. Qed.
Lemma products_positive o : 1 <= INR (products o).
Proof. induction o; simpl products; [simpl; lra | rewrite plus_INR; lra]. Qed.
Lemma number_value o : number (rounded_value o).
Proof. destruct o; apply number_round. Qed.

(** What one addition adds: with n and m products of magnitudes S and Z in its two parts. *)
Lemma addition (n m S Z p q d : R) : 1 <= n -> 1 <= m -> 0 <= S -> 0 <= Z ->
  p <= S + n * u * S -> q <= Z + m * u * Z -> d <= p -> d <= q -> d <= v * (p + q) ->
  d <= u * (m * S + n * Z).
Proof.
  intros N M HS HZ P Q DP DQ D; unfold v in D.
  assert (U : (1 + u) * d <= u * (p + q)).
  { apply Rmult_le_compat_l with (r := 1 + u) in D; [|lra].
    replace ((1 + u) * (u / (1 + u) * (p + q))) with (u * (p + q)) in D by (field; lra); exact D. }
  assert (0 <= (n - 1) * (u * Z) /\ 0 <= (m - 1) * (u * S)) as [C1 C2].
  { split; apply Rmult_le_pos; try apply Rmult_le_pos; lra. }
  destruct (Rle_lt_dec Z (u * S)) as [A | A]; [|destruct (Rle_lt_dec S (u * Z)) as [B | B]].
  - assert (0 <= (m - 1) * (u * (S - Z))) by (apply Rmult_le_pos; [|apply Rmult_le_pos]; nra); lra.
  - assert (0 <= (n - 1) * (u * (Z - S))) by (apply Rmult_le_pos; [|apply Rmult_le_pos]; nra); lra.
  - assert (0 <= (n - 1) * (Z - u * S) /\ 0 <= (m - 1) * (S - u * Z)) as [C3 C4]
      by (split; apply Rmult_le_pos; lra).
    assert (K : p + q <= (1 + u) * (m * S + n * Z)) by lra.
    apply Rmult_le_compat_l with (r := u) in K; [|lra].
    apply Rmult_le_reg_l with (1 + u); [lra|]; lra.
Qed.

Theorem inner_product_bound (o : order) :
  Rabs (rounded_value o - value o) <= INR (products o) * u * magnitude o.
Proof.
  induction o as [a b | p IHp q IHq]; simpl value; simpl rounded_value; simpl magnitude.
  - simpl; eapply Rle_trans; [apply rounded|]; rewrite Rmult_1_l; apply Rmult_le_compat_r; [apply Rabs_pos|].
    unfold v; apply Rmult_le_reg_r with (1 + u); [lra|].
    replace (u / (1 + u) * (1 + u)) with u by (field; lra); nra.
  - simpl products; rewrite plus_INR.
    pose proof (products_positive p) as NP; pose proof (products_positive q) as NQ.
    pose proof (magnitude_positive p); pose proof (magnitude_positive q).
    pose proof (value_magnitude p); pose proof (value_magnitude q).
    set (P := rounded_value p) in *; set (Q := rounded_value q) in *.
    assert (BP : Rabs P <= magnitude p + INR (products p) * u * magnitude p).
    { replace P with ((P - value p) + value p) by ring; eapply Rle_trans; [apply Rabs_triang | lra]. }
    assert (BQ : Rabs Q <= magnitude q + INR (products q) * u * magnitude q).
    { replace Q with ((Q - value q) + value q) by ring; eapply Rle_trans; [apply Rabs_triang | lra]. }
    assert (D : Rabs (round (P + Q) - (P + Q)) <=
      u * (INR (products q) * magnitude p + INR (products p) * magnitude q)).
    { apply (addition (INR (products p)) (INR (products q)) (magnitude p) (magnitude q) (Rabs P) (Rabs Q));
        auto.
      - eapply Rle_trans; [apply (nearest Q); apply number_value|].
        replace (Q - (P + Q)) with (- P) by ring; rewrite Rabs_Ropp; lra.
      - eapply Rle_trans; [apply (nearest P); apply number_value|].
        replace (P - (P + Q)) with (- Q) by ring; rewrite Rabs_Ropp; lra.
      - eapply Rle_trans; [apply rounded|].
        apply Rmult_le_compat_l; [apply Rlt_le, v_positive | apply Rabs_triang]. }
    replace (round (P + Q) - (value p + value q))
      with ((round (P + Q) - (P + Q)) + ((P - value p) + (Q - value q))) by ring.
    eapply Rle_trans; [apply Rabs_triang|].
    pose proof (Rabs_triang (P - value p) (Q - value q)); lra.
Qed.

(** ** Sums in any bracketing, which the final state of the recurrence is up to a sign:
    gamma_L (|x_1| + ... + |x_n|) where no addend passes through more than L additions. *)
Inductive bracketing := addend (x : R) | plus (first second : bracketing).
Fixpoint total (b : bracketing) : R := match b with addend x => x | plus p q => total p + total q end.
Fixpoint rounded_total (b : bracketing) : R :=
  match b with addend x => x | plus p q => round (rounded_total p + rounded_total q) end.
Fixpoint size (b : bracketing) : R := match b with addend x => Rabs x | plus p q => size p + size q end.
Fixpoint additions (b : bracketing) : nat :=
  match b with addend _ => O | plus p q => S (Nat.max (additions p) (additions q)) end.

Lemma size_total b : 0 <= size b /\ Rabs (total b) <= size b.
Proof.
  induction b as [x | p [] q []]; simpl; [pose proof (Rabs_pos x); lra|].
  pose proof (Rabs_triang (total p) (total q)); lra.
Qed.

Theorem sum_bound (b : bracketing) (L : nat) : (additions b <= L)%nat ->
  Rabs (rounded_total b - total b) <= ((1 + u) ^ L - 1) * size b.
Proof.
  revert L; induction b as [x | p IHp q IHq]; intros L H.
  - simpl; rewrite Rminus_diag_eq, Rabs_R0 by reflexivity.
    apply Rmult_le_pos; [pose proof (pow_R1_Rle (1 + u) L); lra | apply Rabs_pos].
  - destruct L as [|L]; simpl in H; [lia|].
    specialize (IHp L ltac:(lia)); specialize (IHq L ltac:(lia)); simpl.
    destruct (size_total p) as [P0 P1], (size_total q) as [Q0 Q1].
    set (g := (1 + u) ^ L) in *; assert (G : 1 <= g) by (apply pow_R1_Rle; lra).
    set (P := rounded_total p) in *; set (Q := rounded_total q) in *.
    pose proof (rounded (P + Q)) as D.
    assert (V : v <= u).
    { unfold v; apply Rmult_le_reg_r with (1 + u); [lra|].
      replace (u / (1 + u) * (1 + u)) with u by (field; lra); nra. }
    assert (E : Rabs (P + Q - (total p + total q)) <= (g - 1) * (size p + size q)).
    { replace (P + Q - (total p + total q)) with ((P - total p) + (Q - total q)) by ring.
      eapply Rle_trans; [apply Rabs_triang | lra]. }
    assert (M : Rabs (P + Q) <= g * (size p + size q)).
    { replace (P + Q) with ((P + Q - (total p + total q)) + (total p + total q)) by ring.
      eapply Rle_trans; [apply Rabs_triang|]; pose proof (Rabs_triang (total p) (total q)); lra. }
    replace (round (P + Q) - (total p + total q))
      with ((round (P + Q) - (P + Q)) + (P + Q - (total p + total q))) by ring.
    eapply Rle_trans; [apply Rabs_triang|].
    assert (v * Rabs (P + Q) <= u * (g * (size p + size q))).
    { pose proof v_positive; apply Rmult_le_compat; try apply Rabs_pos; lra. }
    lra.
Qed.

(** gamma_L = L u / (1 - L u) is at least (1 + u)^L - 1. *)
Theorem gamma_bound (L : nat) : INR L * u < 1 -> (1 + u) ^ L - 1 <= INR L * u / (1 - INR L * u).
Proof.
  intros H; assert (K : (1 + u) ^ L * (1 - INR L * u) <= 1).
  { clear H; induction L as [|L IH]; [simpl; lra|]; rewrite S_INR; simpl.
    assert (0 <= (1 + u) ^ L) by (apply pow_le; lra); pose proof (pos_INR L).
    assert (0 <= (1 + u) ^ L * (u * (u * (INR L + 1)))) by (repeat apply Rmult_le_pos; lra); nra. }
  apply Rmult_le_reg_r with (1 - INR L * u); [lra|].
  replace (INR L * u / (1 - INR L * u) * (1 - INR L * u)) with (INR L * u) by (field; lra); lra.
Qed.
End StandardModel.
Definition everything := (recurrence_bound, inner_product_bound, sum_bound, gamma_bound).
Print Assumptions everything.
