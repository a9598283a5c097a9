activity-message-corrected = Lecture d’un message corrigée
activity-message-correction_withdrawn = Correction d’une lecture retirée
api-op-message-judgement = Comment un message est lu
api-op-message-correct = Dire ce qu’est vraiment un message
api-op-message-correction-withdraw = Retirer une correction
