activity-message-corrected = Lecture d’un message corrigée
activity-message-correction_withdrawn = Correction d’une lecture retirée
