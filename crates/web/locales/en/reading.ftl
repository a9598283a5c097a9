activity-message-corrected = Reading of a message corrected
activity-message-correction_withdrawn = Correction of a reading withdrawn
api-op-message-judgement = How a message is read
api-op-message-correct = Say what a message really is
api-op-message-correction-withdraw = Take a correction back
